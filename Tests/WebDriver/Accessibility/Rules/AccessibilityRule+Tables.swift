extension AccessibilityRule {
    /// Tables of figures have a name and header cells with their direction.
    static let tables = AccessibilityRule(
        name: "table",
        script: #"""
            for (const table of all('table')) {
                if (!isRendered(table) || table.matches('[role=presentation], [role=none]')) continue;
                if (!nameOf(table)) found(table, 'no caption');
                const heads = Array.from(table.querySelectorAll('th'));
                if (!heads.length) found(table, 'no header cells');
                for (const head of heads) { if (!head.hasAttribute('scope')) found(head, 'no scope'); }
            }
            """#)
}
