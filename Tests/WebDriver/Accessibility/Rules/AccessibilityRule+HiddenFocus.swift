extension AccessibilityRule {
    /// What is hidden from screen readers cannot have the focus.
    static let hiddenFocus = AccessibilityRule(
        name: "hidden-focus",
        script: #"""
            for (const element of all('[aria-hidden=true]')) {
                for (const inside of [element, ...element.querySelectorAll('*')]) {
                    if (canFocus(inside)) found(inside, 'takes the focus and is hidden from readers');
                }
            }
            """#)
}
