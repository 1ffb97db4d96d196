extension Browser {
    /// Gives the page's view this size, in CSS pixels; also ones that no window could have.
    package func resize(width: Int, height: Int) async throws {
        try await command(
            "Emulation.setDeviceMetricsOverride",
            ["width": .number(Double(width)), "height": .number(Double(height)), "deviceScaleFactor": 1, "mobile": false])
    }

    /// What the reader's system asks of pages.
    package func prefer(dark: Bool, reducedMotion: Bool = false) async throws {
        let features: JSON = [
            ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"],
            ["name": "prefers-reduced-motion", "value": reducedMotion ? "reduce" : "no-preference"],
        ]
        try await command("Emulation.setEmulatedMedia", ["features": features])
    }

    /// Position and size of the window.
    package func windowRect() async throws -> (x: Int, y: Int, width: Int, height: Int) {
        let rect = try await ask("GET", "/window/rect")
        return (rect["x"].integer ?? 0, rect["y"].integer ?? 0, rect["width"].integer ?? 0, rect["height"].integer ?? 0)
    }
}
