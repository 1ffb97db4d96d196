import Foundation
import Glibc

/// What was found, line by line.
struct LoadReport {
    private(set) var hasFailed = false

    /// Prints a claim with its figure, and whether it held.
    mutating func claim(_ words: String, _ figure: String, _ holds: Bool) {
        Self.say("\(holds ? "  ok    " : "  FAILED") \(words): \(figure)")
        if !holds { hasFailed = true }
    }

    /// Prints a line at once, also into a pipe.
    static func say(_ line: String, newline: Bool = true) { put(newline ? line + "\n" : line, 1) }

    static func note(_ line: String) { put(line + "\n", 2) }

    private static func put(_ text: String, _ descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = write(descriptor, bytes, bytes.count)
    }

    static func decimal(_ value: Double) -> String { String(format: "%.2f", value) }
}
