import IntentEngine

/// Reads in a reply by when somebody will answer: by the brand's words for that, by the day that stands in their stead, and, of
/// holding replies, without any.
struct PromiseReader: Sendable {
    private let brand: Brand
    private let answers: AnswerTable

    init(_ brand: Brand) {
        self.brand = brand
        answers = AnswerTable(brand)
    }

    /// What `text` promises if it is let go at `now`; nil where it promises nothing.
    ///
    /// - Parameters:
    ///   - template: The templates that it was built from; nil where a person wrote it.
    ///   - team: Whose answer it is to be.
    func promise(
        in text: String, _ language: Language, template: String?, team: Team, priority: Priority, at now: Instant
    ) -> Promise? {
        let words = FoldedWords(text)
        let own = brand.answer(team, priority)
        let due = own.flatMap { brand.openingHours.moment(after: $0.minutes, from: now) }
        let expected = due.map { spoken(team, priority, language, at: now, due: $0) } ?? ""
        if let due, words.promise(expected) != nil { return Promise(until: due) }
        for answer in Set(brand.teams.values.flatMap(\.answers.values) + brand.answers.values).sorted(by: { $0.minutes < $1.minutes }) {
            guard let said = answer.words[language], let place = words.promise(said),
                let until = brand.openingHours.moment(after: answer.minutes, from: now)
            else { continue }
            let isKept = !answer.isSameDay || brand.openingHours.zone.day(at: until) == brand.openingHours.zone.day(at: now)
            return isKept ? Promise(until: until) : Promise(until: due ?? until, finding: Self.stale(place, expected))
        }
        guard let due else { return nil }
        if own?.isSameDay == true, let place = AnswerTable.dayNames(language).lazy.compactMap(words.promise).first {
            return Promise(until: due, finding: Self.stale(place, expected))
        }
        return ReplyLibrary.isHolding(template) ? Promise(until: due) : nil
    }

    /// The words that fit now.
    private func spoken(_ team: Team, _ priority: Priority, _ language: Language, at now: Instant, due: Instant) -> String {
        var bytes: [UInt8] = []
        answers.appendWords(team, priority, language, sent: now, due: due, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func stale(_ place: Range<Int>, _ expected: String) -> DraftFinding {
        DraftFinding(rule: "delay", span: place, cause: "the time it promises can no longer be kept", remedy: expected)
    }
}

/// The words of a text in small letters, with one space between, each with its place.
private struct FoldedWords {
    private var words: [(text: String, place: Range<Int>, endsSentence: Bool)] = []

    /// How verbs and nouns of answering begin. A day alone is a promise only beside one of them.
    private static let answering = [
        "répond", "répons", "contact", "recontact", "écri", "reven", "revien", "reviend", "rappel", "indiqu", "inform", "connaissance",
        "repl", "answer", "write", "call", "tell", "know", "back", "hear",
    ]

    init(_ text: String) {
        var (start, word) = (0, "")
        func isPart(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar.properties.numericType != nil }
        for (place, scalar) in text.unicodeScalars.enumerated() {
            if isPart(scalar) {
                if word.isEmpty { start = place }
                word += scalar.properties.lowercaseMapping
            } else {
                close(&word, start..<place)
                if ".!?\n".unicodeScalars.contains(scalar), !words.isEmpty { words[words.count - 1].endsSentence = true }
            }
        }
        close(&word, start..<text.unicodeScalars.count)
    }

    private mutating func close(_ word: inout String, _ place: Range<Int>) {
        if !word.isEmpty { words.append((word, place, false)) }
        word = ""
    }

    /// Where `phrase` stands as a promise: one word only in a sentence about answering.
    func promise(_ phrase: String) -> Range<Int>? {
        let wanted = FoldedWords(phrase).words.map(\.text)
        guard !wanted.isEmpty, words.count >= wanted.count else { return nil }
        for start in 0...words.count - wanted.count where words[start..<start + wanted.count].map(\.text) == wanted {
            if wanted.count == 1, !isAboutAnswering(start) { continue }
            return words[start].place.lowerBound..<words[start + wanted.count - 1].place.upperBound
        }
        return nil
    }

    private func isAboutAnswering(_ place: Int) -> Bool {
        let first = words[..<place].lastIndex(where: \.endsSentence).map { $0 + 1 } ?? 0
        let last = words[place...].firstIndex(where: \.endsSentence) ?? words.count - 1
        return words[first...last].contains { word in Self.answering.contains { word.text.hasPrefix($0) } }
    }
}
