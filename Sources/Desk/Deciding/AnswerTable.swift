import IntentEngine

/// How soon each team answers, by number instead of by name: it is asked for every message.
struct AnswerTable: Sendable {
    private let minutes: [Int?]
    private let words: ByteRows
    private let sameDay: [Bool]
    private let zone: TimeZoneTable
    /// Minutes, at any hour, in which whoever is on call answers.
    let onCallMinutes: Int
    private let onCallWords: ByteRows

    private static let priorities = Priority.allCases.count

    init(_ brand: Brand) {
        let answers = Team.allCases.flatMap { team in Priority.allCases.map { brand.answer(team, $0) } }
        minutes = answers.map { $0?.minutes }
        sameDay = answers.map { $0?.isSameDay ?? false }
        zone = brand.openingHours.zone
        onCallMinutes = brand.onCall.minutes
        onCallWords = ByteRows(Language.ruled.map { Array((brand.onCall.words[$0] ?? "").utf8) })
        words = ByteRows(answers.flatMap { answer in Language.ruled.map { Array((answer?.words[$0] ?? "").utf8) } })
    }

    /// Minutes of opening time in which `team` answers; nil where it gives no time.
    func minutes(_ team: Team, _ priority: Priority) -> Int? { minutes[Self.row(team, priority)] }

    /// Appends the words in which that time is promised: those of the brand, or the day on which the answer is due where they
    /// promise the day of the message and it is another.
    ///
    /// - Parameters:
    ///   - sent: When the message was sent; the brand's words hold where that is not known.
    ///   - due: When the answer is due.
    func appendWords(
        _ team: Team, _ priority: Priority, _ language: Language, sent: Instant?, due: Instant?, to bytes: inout [UInt8]
    ) {
        if sameDay[Self.row(team, priority)], let sent, let due, let day = dayWords(from: sent, to: due, language) {
            return bytes.append(contentsOf: day.utf8)
        }
        Self.append(words, 2 * Self.row(team, priority), language, to: &bytes)
    }

    /// Appends the words in which whoever is on call promises to answer.
    func appendOnCallWords(_ language: Language, to bytes: inout [UInt8]) { Self.append(onCallWords, 0, language, to: &bytes) }

    private static func append(_ words: ByteRows, _ row: Int, _ language: Language, to bytes: inout [UInt8]) {
        switch language {
        case .french: words.withRow(row) { bytes.append(contentsOf: $0) }
        case .english: words.withRow(row + 1) { bytes.append(contentsOf: $0) }
        case .other, .undetermined: break
        }
    }

    /// « demain », « lundi »; nil where it is the same day, or too far for its name alone.
    private func dayWords(from sent: Instant, to due: Instant, _ language: Language) -> String? {
        let day = zone.day(at: due)
        let days = day.daysSince1970 - zone.day(at: sent).daysSince1970
        guard (1...6).contains(days) else { return nil }
        let isEnglish = language == .english
        if days == 1 { return isEnglish ? "tomorrow" : "demain" }
        return isEnglish ? "on \(Self.englishDays[day.weekday - 1])" : Self.frenchDays[day.weekday - 1]
    }

    /// How days are named in such promises: the next, and each of the week.
    static func dayNames(_ language: Language) -> [String] {
        language == .english ? ["tomorrow"] + englishDays.map { "on \($0)" } : ["demain"] + frenchDays
    }

    private static let frenchDays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    private static let englishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

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
