extension AccessibilityRule {
    /// One main landmark, and names where there are several of a kind.
    static let landmarks = AccessibilityRule(
        name: "landmarks",
        script: #"""
            const mains = all('main, [role=main]').filter(isRendered);
            if (mains.length !== 1) found(mains[1], mains.length + ' main landmarks');
            for (const kind of ['nav, [role=navigation]', 'aside, [role=complementary]', 'search, [role=search]']) {
                const several = all(kind).filter(isRendered);
                if (several.length < 2) continue;
                const names = several.map(e => (e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || '').trim());
                several.forEach((e, i) => { if (!names[i]) found(e, 'one of several, without a name'); });
                names.forEach((name, i) => { if (name && names.indexOf(name) < i) found(several[i], 'the same name as another'); });
            }
            """#)
}
