import IntentEngine

/// The `hints:` of an intent file as text, and how it is put into the file without touching anything else.
enum HintBlock {
    private static let width = 136

    /// The lines of the block, strongest hints first; empty when there is no hint.
    static func lines(_ hints: [Language: [HintLearner.Hint]]) -> [String] {
        var lines: [String] = []
        for language in Language.ruled {
            guard let own = hints[language], !own.isEmpty else { continue }
            lines += wrapped("  \(language.rawValue): {", own.map { "\(quoted($0.word)): \($0.points)" }, "}")
        }
        return lines.isEmpty ? [] : ["hints:"] + lines
    }

    /// `text` with its `hints:` replaced, or put before `unless:`, `replies:` or `examples:` when it has none.
    static func replacing(in text: String, with hints: [Language: [HintLearner.Hint]]) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var place = lines.firstIndex { $0 == "hints:" || $0.hasPrefix("hints: ") || $0.hasPrefix("hints:#") }
        if let start = place {
            var end = start + 1
            while end < lines.count, lines[end].isEmpty || lines[end].hasPrefix(" ") || lines[end].hasPrefix("}") { end += 1 }
            while end > start + 1, lines[end - 1].isEmpty { end -= 1 }
            lines.removeSubrange(start..<end)
        } else {
            place = lines.firstIndex { line in ["unless:", "replies:", "examples:", "counterexamples:"].contains { line.hasPrefix($0) } }
        }
        if place == nil {
            while lines.last?.isEmpty == true { lines.removeLast() }
            lines.append("")
        }
        lines.insert(contentsOf: self.lines(hints), at: place ?? lines.count - 1)
        return lines.joined(separator: "\n")
    }

    private static func wrapped(_ opening: String, _ items: [String], _ closing: String) -> [String] {
        let whole = opening + items.joined(separator: ", ") + closing
        if whole.count <= width { return [whole] }
        var lines = [opening]
        var line = "    "
        for (index, item) in items.enumerated() {
            let piece = item + (index == items.count - 1 ? closing : ",")
            if line.count + piece.count > width {
                lines.append(trimmedEnd(line))
                line = "    "
            }
            line += piece + " "
        }
        return lines + [trimmedEnd(line)]
    }

    private static func trimmedEnd(_ line: String) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }

    /// The word as YAML text: quoted when it could be read as something else.
    private static func quoted(_ word: String) -> String {
        let plain = word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic } && !reserved.contains(word.lowercased())
        return plain ? word : "\"" + word.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
    }

    private static let reserved: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "oui", "non"]
}
