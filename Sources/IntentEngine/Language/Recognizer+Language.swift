extension Recognizer {
    /// Tells the language of the message from its function words, the words of the rules, elisions, contractions,
    /// marked letters and, where these say little, the endings of unknown words.
    ///
    /// Method and figures: language study, § 3. Scores are tenths of a point.
    func identifyLanguage(hint: Language?, fallback: Language) -> LanguageGuess {
        var evidence = LanguageCount(accents: text.features.accents)
        for token in text.tokens { count(token, &evidence) }
        return evidence.guess(hint: hint, fallback: hint?.side == nil ? fallback : hint ?? fallback)
    }

    @inline(__always)
    private func count(_ token: Token, _ evidence: inout LanguageCount) {
        guard token.kind == .word else { return }
        if token.flags.contains(.foreign) {
            evidence.foreign += 1
            return
        }
        evidence.words += 1
        // A capital inside a sentence is a name, which may be of any language.
        if token.flags.intersection([.capitalised, .allCapitals, .startsClause, .afterPause]) == .capitalised { return }
        if token.form != Unit.unknown, let scores = rulebook.lexicon.languageScores(of: token.form) { return evidence.add(scores) }
        text.flat.withUnsafeBufferPointer { flat in
            if token.flags.contains(.hasApostrophe) {
                evidence.countApostrophe(UnsafeBufferPointer(rebasing: flat[token.flat]))
            } else {
                evidence.countEnding(flat, token.flat)
            }
        }
    }
}

/// Language evidence of one message.
struct LanguageCount {
    var scores = LanguageScores()
    /// Known words that speak for each language.
    private var pieces = SIMD8<UInt16>()
    var words = 0
    /// Words in other scripts.
    var foreign = 0
    private let accents: LanguageScores

    init(accents: LanguageScores) { self.accents = accents }

    private static let mostPieces: UInt16 = 1_000

    /// What French and English have before anything is read: nearly every message is in one of them.
    private static let prior: Int16 = 6
    /// What the hint of a channel or of the sender's last message is worth.
    private static let hintWorth: Int16 = 20
    /// The lead below which the language is left undetermined.
    private static let margin: Int16 = 8
    /// The lead over French and English both that another language needs, with two pieces of evidence.
    private static let otherMargin: Int16 = 15

    @inline(__always)
    mutating func add(_ known: LanguageScores) {
        scores.add(known.lanes)
        // The sign of what is taken from nothing: 1 for every score but 0.
        pieces = pointwiseMin(pieces &+ SIMD8<UInt16>(truncatingIfNeeded: 0 &- known.lanes) &>> 15, SIMD8(repeating: Self.mostPieces))
    }

    mutating func countApostrophe(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let apostrophe = bytes.firstIndex(of: UInt8(ascii: "'")) else { return }
        let after = UnsafeBufferPointer(rebasing: bytes[(apostrophe + 1)...])
        if ApostropheSplit.elided(UnsafeBufferPointer(rebasing: bytes[..<apostrophe])) != nil, let first = after.first,
            "aeiouhy".utf8.contains(first)
        {
            scores.add(20, to: .french)
        } else if ApostropheSplit.isContraction(after) {
            scores.add(20, to: .english)
        }
    }

    mutating func countEnding(_ flat: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) {
        guard word.count > 4 else { return }
        let last = EightBytes(UnsafeBufferPointer(rebasing: flat[..<word.upperBound]), before: word.upperBound).bytes
        for ending in Self.endings[Int(last >> 56)] where last & ending.mask == ending.bytes && ending.length <= word.count {
            scores.add(5, to: ending.lane)
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

    /// The end of a word, its last byte highest.
    private struct Ending {
        let bytes: UInt64
        let mask: UInt64
        let length: Int
        let lane: LanguageScores.Lane

        init(_ ending: Substring, _ lane: LanguageScores.Lane) {
            length = ending.utf8.count
            bytes = ending.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) } << UInt64(64 - 8 * length)
            mask = .max << UInt64(64 - 8 * length)
            self.lane = lane
        }
    }

    /// Endings of unknown words that speak for a language, by their last byte, the longest first.
    private static let endings: [[Ending]] = {
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
        var endings = [[Ending]](repeating: [], count: 256)
        for (lane, words) in lists {
            for word in words.split(separator: " ") {
                let ending = Ending(word, lane)
                endings[Int(ending.bytes >> 56)].append(ending)
            }
        }
        return endings.map { $0.sorted { $0.length > $1.length } }
    }()
}
