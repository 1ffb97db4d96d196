extension AccessibilityRule {
    /// The focus follows the document, which a positive tabindex breaks.
    static let tabIndex = AccessibilityRule(
        name: "tabindex",
        script: #"""
            for (const element of all('[tabindex]')) { if (element.tabIndex > 0) found(element, 'tabindex ' + element.tabIndex); }
            for (const element of all('[accesskey]')) found(element, 'an accesskey, which takes keys from screen readers');
            """#)
}
