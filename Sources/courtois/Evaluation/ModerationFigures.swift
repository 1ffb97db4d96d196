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

    var rows: [FigureRow] {
        let isHarmless = { (name: String) in !hateful.contains(name) && name != Self.exempt }
        let first = [
            FigureRow("recall", sum(found, hateful.contains), of: sum(lines, hateful.contains)),
            FigureRow("false alarms", sum(found, isHarmless), of: sum(lines, isHarmless)),
        ]
        return first + lines.keys.sorted().map { FigureRow("  " + $0, found[$0] ?? 0, of: lines[$0] ?? 0) }
    }

    private struct Field: Encodable {
        let functionality: String
        let hateful: Bool
        let lines: Int
        let flagged: Int
    }

    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for name in lines.keys.sorted() {
            try list.encode(Field(functionality: name, hateful: hateful.contains(name), lines: lines[name] ?? 0, flagged: found[name] ?? 0))
        }
    }
}
