extension AccessibilityRule {
    /// Lists hold entries, and entries are in lists.
    static let lists = AccessibilityRule(
        name: "list",
        script: #"""
            for (const list of all('ul, ol')) {
                for (const child of list.children) { if (!child.matches('li, script, template')) found(child, 'inside a list and no entry'); }
            }
            for (const item of all('li')) { if (!item.parentElement.matches('ul, ol, menu')) found(item, 'an entry outside a list'); }
            for (const term of all('dt, dd')) {
                if (!term.parentElement.matches('dl') && !(term.parentElement.matches('div') && term.parentElement.parentElement.matches('dl'))) {
                    found(term, 'outside a dl');
                }
            }
            """#)
}
