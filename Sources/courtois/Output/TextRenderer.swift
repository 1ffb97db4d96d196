import Desk
import IntentEngine
import IntentFiles

/// Writes decisions for people: the message, what was understood and why, and the draft.
struct TextRenderer {
    let style: Style
    private let teams: [Team: TeamSettings]

    init(style: Style, loaded: LoadedRulebook) {
        self.style = style
        teams = loaded.brand.teams
    }

    func render(
        _ reading: MessageReader.Reading, _ understanding: Understanding, _ decision: Decision, rulebook: Rulebook, to output: inout [UInt8]
    ) {
        let language = understanding.language.ruled
        var lines: [String] = []
        lines.append(heading(reading, understanding, decision, language))
        lines += Self.safe(reading.message.text).split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        for match in understanding.intents { lines.append(evidence(rulebook.intents[match.intent], match, reading.message, rulebook)) }
        for signal in understanding.signals {
            let words = signal.evidence.prefix(2).map { "« \(Self.words(of: $0, in: reading.message)) »" }.joined(separator: " ")
            lines.append("    \(style.yellow("⚑ " + rulebook.signals[signal.signal])) \(style.faint(words))")
        }
        lines += decision.reasons.map { "    \(style.faint("· " + Self.safe($0)))" }
        if let draft = decision.draft {
            lines += draft.text.split(separator: "\n", omittingEmptySubsequences: false).map {
                "    \(style.green("│")) \(Self.safe(String($0)))"
            }
            lines += draft.findings.map { "    \(style.red("! \($0.rule): \($0.cause) — \($0.remedy)"))" }
        }
        output.append(contentsOf: (lines.joined(separator: "\n") + "\n\n").utf8)
    }

    func renderRefusal(line: Int, cause: String, to output: inout [UInt8]) {
        output.append(contentsOf: "\(style.red("✗ \(line)"))  \(cause)\n\n".utf8)
    }

    private func heading(
        _ reading: MessageReader.Reading, _ understanding: Understanding, _ decision: Decision, _ language: Language
    ) -> String {
        let team = teams[decision.team]?.title[language] ?? decision.team.rawValue
        let parts = [
            style.bold(Self.oneLine(reading.message.id)), reading.message.channel.map(Self.oneLine),
            understanding.language.language.rawValue,
            disposition(decision.disposition), style.bold("P\(decision.priority.rawValue)"), team,
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    private func disposition(_ disposition: Disposition) -> String {
        switch disposition {
        case .draft, .send: style.green(disposition.rawValue)
        case .human: style.yellow(disposition.rawValue)
        case .moderate: style.red(disposition.rawValue)
        case .ignore: style.faint(disposition.rawValue)
        }
    }

    private func evidence(_ name: String, _ match: IntentMatch, _ message: Message, _ rulebook: Rulebook) -> String {
        let shown = match.evidence.prefix(3).map { item in
            "« \(Self.words(of: item, in: message)) » \(rulebook.pattern(item.pattern).place.file):\(rulebook.pattern(item.pattern).place.line)"
        }
        return "    \(style.blue("→ \(name)")) \(match.points) \(style.faint(shown.joined(separator: ", ")))"
    }

    private static func words(of evidence: Evidence, in message: Message) -> String {
        let utf8 = message.text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: evidence.bytes.lowerBound)
        return safe(String(message.text[start..<utf8.index(start, offsetBy: evidence.bytes.count)]))
    }

    /// The same on one line.
    static func oneLine(_ text: String) -> String { String(safe(text).map { $0.isNewline ? " " : $0 }) }

    /// A customer's text without what could steer the terminal or turn the line round: controls and bidirectional marks.
    static func safe(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        if isPlain { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: safe.append(scalar)
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: safe.append("\u{FFFD}")
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }
}
