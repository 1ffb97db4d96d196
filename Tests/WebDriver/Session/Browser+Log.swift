extension Browser {
    /// A line of the browser's console: what scripts wrote, and what the browser held against a page.
    package struct LogEntry: Sendable, CustomStringConvertible {
        /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
        package let level: String
        /// `security` and `violation` among others; `network` for what did not load.
        package let source: String
        package let text: String

        package var description: String { "\(level) \(source): \(text)" }

        /// Whether the page did what its Content-Security-Policy forbids.
        package var isPolicyViolation: Bool { text.contains("Content Security Policy") }
        package var isError: Bool { level == "SEVERE" }
    }

    /// What was logged since the last call.
    package func log() async throws -> [LogEntry] {
        try await ask("POST", "/se/log", ["type": "browser"]).array.map { entry in
            LogEntry(level: entry["level"].string ?? "", source: entry["source"].string ?? "", text: entry["message"].string ?? "")
        }
    }
}
