extension Recognizer {
    /// Tells the language of the message from its function words, the words of the rules, elisions, contractions,
    /// marked letters and, where these say little, the endings of unknown words.
    ///
    /// Method and figures: language study, § 3. Scores are tenths of a point.
    func identifyLanguage(hint: Language?, fallback: Language) -> LanguageGuess {
        var evidence = LanguageCount(accents: text.features.accents)
        for (number, token) in text.tokens.enumerated() { count(token, number, &evidence) }
        return evidence.guess(hint: hint, fallback: hint?.side == nil ? fallback : hint ?? fallback)
    }

    private func count(_ token: Token, _ number: Int, _ evidence: inout LanguageCount) {
        guard token.kind == .word else { return }
        if token.flags.contains(.foreign) {
            evidence.foreign += 1
            return
        }
        evidence.words += 1
        // A capital inside a sentence is a name, which may be of any language.
        if token.flags.contains(.capitalised), !token.flags.contains(.allCapitals),
            token.flags.isDisjoint(with: [.startsClause, .afterPause])
        {
            return
        }
        let form = tokenForms[number]
        if form != Unit.unknown, let scores = rulebook.lexicon.languageScores(of: form) {
            evidence.scores.lanes &+= scores.lanes
            evidence.pieces &+= SIMD8<Int16>(repeating: 0).replacing(with: 1, where: scores.lanes .> 0)
            return
        }
        text.flat.withUnsafeBufferPointer { flat in
            let bytes = UnsafeBufferPointer(rebasing: flat[Int(token.flatStart)..<Int(token.flatEnd)])
            if token.flags.contains(.hasApostrophe) { evidence.countApostrophe(bytes) } else { evidence.countEnding(bytes) }
        }
    }
}

/// Language evidence of one message.
struct LanguageCount {
    var scores = LanguageScores()
    /// Distinct pieces of evidence for each language.
    var pieces = SIMD8<Int16>()
    var words = 0
    /// Words in other scripts.
    var foreign = 0
    private let accents: LanguageScores

    init(accents: LanguageScores) { self.accents = accents }

    /// What French and English have before anything is read: nearly every message is in one of them.
    private static let prior: Int16 = 6
    /// What the hint of a channel or of the sender's last message is worth.
    private static let hintWorth: Int16 = 20
    /// The lead below which the language is left undetermined.
    private static let margin: Int16 = 8
    /// The lead over French and English both that another language needs, with two pieces of evidence.
    private static let otherMargin: Int16 = 15

    mutating func countApostrophe(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let apostrophe = bytes.firstIndex(of: UInt8(ascii: "'")) else { return }
        let before = bytes[..<apostrophe]
        let after = bytes[(apostrophe + 1)...]
        if ApostropheSplit.isElision(before), let first = after.first, "aeiouhy".utf8.contains(first) {
            scores[.french] += 20
            pieces[LanguageScores.Lane.french.rawValue] += 1
        } else if ApostropheSplit.isContraction(after) {
            scores[.english] += 20
            pieces[LanguageScores.Lane.english.rawValue] += 1
        }
    }

    mutating func countEnding(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count > 4, let last = bytes.last else { return }
        for (ending, lane) in Self.endings[Int(last)] where bytes.suffix(ending.count).elementsEqual(ending) {
            scores[lane] += 5
            return
        }
    }

    func guess(hint: Language?, fallback: Language) -> LanguageGuess {
        if foreign > words { return LanguageGuess(language: .other, confidence: 0.95, ruled: fallback) }
        var scores = scores
        scores.lanes &+= accents.lanes.clamped(lowerBound: SIMD8(repeating: 0), upperBound: SIMD8(repeating: 3)) &* 8
        scores[.french] += Self.prior
        scores[.english] += Self.prior
        if hint == .french { scores[.french] += Self.hintWorth }
        if hint == .english { scores[.english] += Self.hintWorth }
        let (best, lead) = scores.leader
        if best != .french, best != .english {
            let ruledBest = max(scores[.french], scores[.english])
            let isClear = scores[best] - ruledBest >= Self.otherMargin && pieces[best.rawValue] >= 2
            if isClear { return LanguageGuess(language: .other, confidence: Self.confidence(lead), ruled: fallback) }
            let ruled: Language = scores[.english] > scores[.french] ? .english : scores[.french] > scores[.english] ? .french : fallback
            return LanguageGuess(language: .undetermined, confidence: 0, ruled: ruled)
        }
        let language: Language = best == .french ? .french : .english
        guard lead >= Self.margin else {
            return LanguageGuess(language: .undetermined, confidence: Self.confidence(lead), ruled: lead > 0 ? language : fallback)
        }
        return LanguageGuess(language: language, confidence: Self.confidence(lead), ruled: language)
    }

    /// `lead / (lead + 2)` in points, to two decimals.
    private static func confidence(_ lead: Int16) -> Double {
        Double((200 * Int(lead) / (Int(lead) + 20) + 1) / 2) / 100
    }

    /// Endings of unknown words that speak for a language, by their last byte, the longest first.
    private static let endings: [[([UInt8], LanguageScores.Lane)]] = {
        let lists: [(LanguageScores.Lane, String)] = [
            (
                .french,
                "eux euse euses aient ette ettes eur eurs oir oire ique iques aire aires ees aux eau eaux elle elles ais ez erai erais"
            ),
            (.english, "ing ght ness ful ould ough wn ck ish ship ally ery ously ed"),
            (.spanish, "cion ciones ado ados ada adas iento dad ando iendo"), (.german, "ung ungen keit heit lich isch chen schaft"),
            (.italian, "zione zioni mente etto ando iamo gli"), (.portuguese, "cao coes inho inha mente ndo"),
            (.dutch, "ijk ing heid tje aar oor"),
        ]
        var endings = [[([UInt8], LanguageScores.Lane)]](repeating: [], count: 256)
        for (lane, words) in lists {
            for word in words.split(separator: " ") { if let last = word.utf8.last { endings[Int(last)].append((Array(word.utf8), lane)) } }
        }
        return endings.map { $0.sorted { $0.0.count > $1.0.count } }
    }()
}
