/// How much of what must be moderated is found, and what is flagged that must not be.
struct ModerationFigures: Figures {
    private var found: [String: Int] = [:]
    private var lines: [String: Int] = [:]
    private var hateful: Set<String> = []

    /// Profanity without a target may be flagged or not: houses differ.
    private static let exempt = "profanity_nh"

    mutating func count(isHateful: Bool, functionality: String, isFlagged: Bool) {
        lines[functionality, default: 0] += 1
        if isFlagged { found[functionality, default: 0] += 1 }
        if isHateful { hateful.insert(functionality) }
    }

    private func sum(_ counts: [String: Int], _ isWanted: (String) -> Bool) -> Int {
        counts.reduce(0) { $0 + (isWanted($1.key) ? $1.value : 0) }
    }

    private func isHarmless(_ name: String) -> Bool { !hateful.contains(name) && name != Self.exempt }

    var rows: [FigureRow] {
        let first = [
            FigureRow("recall", sum(found, hateful.contains), of: sum(lines, hateful.contains)),
            FigureRow("false alarms", sum(found, isHarmless), of: sum(lines, isHarmless)),
        ]
        return first + lines.keys.sorted().map { FigureRow("  " + $0, found[$0] ?? 0, of: lines[$0] ?? 0) }
    }

    private enum Field: String, CodingKey {
        case recall, hateful, harmless, functionalities
        case falseAlarms = "false_alarms"
    }

    private struct Functionality: Encodable {
        let name: String
        let hateful: Bool
        let lines: Int
        let flagged: Int
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        let harmful = sum(lines, hateful.contains)
        let harmless = sum(lines, isHarmless)
        try fields.encode(harmful == 0 ? 0 : Double(sum(found, hateful.contains)) / Double(harmful), forKey: .recall)
        try fields.encode(harmless == 0 ? 0 : Double(sum(found, isHarmless)) / Double(harmless), forKey: .falseAlarms)
        try fields.encode(harmful, forKey: .hateful)
        try fields.encode(harmless, forKey: .harmless)
        try fields.encode(
            lines.keys.sorted().map {
                Functionality(name: $0, hateful: hateful.contains($0), lines: lines[$0] ?? 0, flagged: found[$0] ?? 0)
            }, forKey: .functionalities)
    }
}
