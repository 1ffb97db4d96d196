extension AccessibilityRule {
    /// Tabs, histories and screen readers announce a page by it.
    static let title = AccessibilityRule(
        name: "title",
        script: #"""
            if (!document.title.trim()) found(document.documentElement, 'no title');
            """#)
}
