extension AccessibilityRule {
    /// An id names one element.
    static let identifiers = AccessibilityRule(
        name: "duplicate-id",
        script: #"""
            const seen = new Set();
            for (const element of all('[id]')) {
                if (!element.id.trim()) found(element, 'an empty id');
                else if (seen.has(element.id)) found(element, 'id “' + element.id + '” again');
                seen.add(element.id);
            }
            """#)
}
