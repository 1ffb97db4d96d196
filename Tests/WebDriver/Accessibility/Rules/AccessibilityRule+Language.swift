extension AccessibilityRule {
    /// Screen readers choose their voice by it.
    static let language = AccessibilityRule(
        name: "language",
        script: #"""
            const root = document.documentElement;
            if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(root.lang)) found(root, 'no valid lang');
            for (const element of all('[lang]')) {
                if (element.lang && !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(element.lang)) found(element, 'lang “' + element.lang + '”');
            }
            """#)
}
