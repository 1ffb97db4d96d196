extension Browser {
    /// What makes the page scroll sideways at the width it has now.
    package func auditWidth() async throws -> [AccessibilityFinding] {
        let script = """
            const page = document.scrollingElement;
            if (page.scrollWidth <= innerWidth) return [];
            const scrolls = element => {
                for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
                    if (getComputedStyle(at).overflowX !== 'visible') return true;
                }
                return false;
            };
            const wide = all('body *').filter(e => isRendered(e) && e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e));
            const worst = wide.filter(e => !wide.some(other => other !== e && e.contains(other)));
            const causes = (worst.length ? worst : [page]).slice(0, 5);
            return causes.map(e => [describe(e), Math.ceil(e.getBoundingClientRect().right) + ' px of ' + innerWidth]);
            """
        return try await self.script(AccessibilityPrelude.script + script).array.map { cause in
            AccessibilityFinding(rule: "width", element: cause[0].string ?? "", cause: "reaches to \(cause[1].string ?? "")")
        }
    }
}
