extension AccessibilityRule {
    /// One heading of the first level, and no level left out on the way down.
    static let headings = AccessibilityRule(
        name: "headings",
        script: #"""
            const headings = all('h1, h2, h3, h4, h5, h6, [role=heading]').filter(e => isRendered(e) && !isHiddenFromReaders(e));
            const levels = headings.map(e => Number(e.getAttribute('aria-level') || e.tagName.slice(1)));
            const firsts = levels.filter(level => level === 1).length;
            if (firsts !== 1) found(headings[0], firsts + ' headings of the first level');
            headings.forEach((e, i) => {
                if (i > 0 && levels[i] > levels[i - 1] + 1) found(e, 'level ' + levels[i] + ' after ' + levels[i - 1]);
                if (!textOf(e)) found(e, 'an empty heading');
            });
            """#)
}
