extension Browser {
    /// What the rules find in the page as it stands. Empty where it is as it must be.
    package func audit(_ rules: [AccessibilityRule] = AccessibilityRule.all) async throws -> [AccessibilityFinding] {
        let parts = rules.map { rule in
            """
            ((found) => {
            \(rule.script)
            })((element, cause) => findings.push(['\(rule.name)', describe(element || document.documentElement), cause]));
            """
        }
        let script = "const findings = [];\n" + AccessibilityPrelude.script + parts.joined(separator: "\n") + "\nreturn findings;"
        return try await self.script(script).array.map { finding in
            AccessibilityFinding(rule: finding[0].string ?? "", element: finding[1].string ?? "", cause: finding[2].string ?? "")
        }
    }

    /// All of it: the page as it stands, the way of the focus through it, and its width at 360 px.
    ///
    /// The view is as wide as it was afterwards; the focus is not where it was.
    package func auditWhole(mostStops: Int = .max) async throws -> [AccessibilityFinding] {
        let (width, height) = try await view()
        let wide = try await audit() + auditFocus(most: mostStops)
        try await resize(width: 360, height: 740)
        let narrow = try await auditWidth() + audit([.targetSize, .contrast])
        try await resize(width: width, height: height)
        return wide + narrow.filter { !wide.contains($0) }
    }

    private func view() async throws -> (width: Int, height: Int) {
        let size = try await script("return [innerWidth, innerHeight]")
        return (size[0].integer ?? 0, size[1].integer ?? 0)
    }
}
