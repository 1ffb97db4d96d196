import Glibc

/// What was found, claim by claim.
struct StressReport {
    private(set) var hasFailed = false

    /// Prints a claim with its figure, and whether it held.
    mutating func claim(_ words: String, _ figure: String, _ holds: Bool) {
        Self.say("\(holds ? "  ok    " : "  FAILED") \(words): \(figure)")
        if !holds { hasFailed = true }
    }

    /// Prints a line at once, also into a pipe.
    static func say(_ line: String, newline: Bool = true) {
        let bytes = Array((line + (newline ? "\n" : "")).utf8)
        _ = write(1, bytes, bytes.count)
    }
}
