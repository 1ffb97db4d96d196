import IntentEngine

/// How soon each team answers, by number instead of by name: it is asked for every message.
struct AnswerTable: Sendable {
    private let minutes: [Int?]
    private let words: ByteRows

    private static let priorities = Priority.allCases.count

    init(_ brand: Brand) {
        let answers = Team.allCases.flatMap { team in Priority.allCases.map { brand.answer(team, $0) } }
        minutes = answers.map { $0?.minutes }
        words = ByteRows(answers.flatMap { answer in Language.ruled.map { Array((answer?.words[$0] ?? "").utf8) } })
    }

    /// Minutes of opening time in which `team` answers; nil where it gives no time.
    func minutes(_ team: Team, _ priority: Priority) -> Int? { minutes[Self.row(team, priority)] }

    /// Appends the words in which that time is promised.
    func appendWords(_ team: Team, _ priority: Priority, _ language: Language, to bytes: inout [UInt8]) {
        let row = 2 * Self.row(team, priority)
        switch language {
        case .french: words.withRow(row) { bytes.append(contentsOf: $0) }
        case .english: words.withRow(row + 1) { bytes.append(contentsOf: $0) }
        case .other, .undetermined: break
        }
    }

    private static func row(_ team: Team, _ priority: Priority) -> Int {
        let first =
            switch team {
            case .customerService: 0
            case .publicRelations: 1
            case .marketing: 2
            case .businessDevelopment: 3
            case .internalCommunication: 4
            case .legal: 5
            }
        return first * priorities + priority.rawValue - 1
    }
}
