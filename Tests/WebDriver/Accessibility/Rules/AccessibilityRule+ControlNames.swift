extension AccessibilityRule {
    /// Every control says what it is for; a placeholder is no name.
    static let controlNames = AccessibilityRule(
        name: "control-name",
        script: #"""
            for (const element of all(interactive)) {
                if (!isRendered(element) || isHiddenFromReaders(element) || isInert(element)) continue;
                if (element.hasAttribute('tabindex') && !element.matches('a, button, input, select, textarea, summary, iframe, [role]')
                    && element.tabIndex < 0) continue;
                if (!nameOf(element)) found(element, 'no accessible name');
            }
            for (const element of all('fieldset, dialog, [role=dialog], [role=alertdialog], [role=radiogroup], [role=region]')) {
                if (isRendered(element) && !nameOf(element)) found(element, 'a group without a name');
            }
            """#)
}
