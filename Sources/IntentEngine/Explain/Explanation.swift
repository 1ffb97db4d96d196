/// How a message was read and scored, for people who write rules.
public struct Explanation: Sendable {
    public var understanding: Understanding
    public let words: [ReadWord]
    /// Every intent that got points, best first.
    public let scores: [IntentMatch]
    public let thresholds: Thresholds
    /// What counted for the customer's satisfaction, in the order of the message.
    public let polarity: [PolarityShare]
    /// Capitals or « !! »: the sum of `polarity` counts a fifth more.
    public let isLoud: Bool
}

/// What one word or phrase says of the customer's satisfaction.
public struct PolarityShare: Sendable, Hashable {
    /// Where it stands in the text given, in Unicode scalars.
    public let span: Range<Int>
    /// Tenths of a lexicon point, as they are added up: turned by negation, strengthened, and weighed by what « mais » contradicts.
    public let tenths: Int
    /// Number of the phrase's pattern in the rulebook; nil for a single word.
    public let pattern: UInt32?
}

/// One word as rules saw it.
public struct ReadWord: Sendable, Hashable {
    /// Where it stands in the text given, in Unicode scalars.
    public let span: Range<Int>
    /// What it was read as: folded, after shorthand and correction; nil for a word no rule knows.
    public let form: String?
    public let clause: Int
    public let isNegated: Bool
    /// A misspelling was corrected.
    public let isCorrected: Bool
}

extension Recognizer {
    /// Understands `message` and keeps every step for the reader.
    public mutating func explain(_ message: String, _ context: Context = Context()) -> Explanation {
        let understanding = understand(message, context)
        let words = units.map { unit in
            let token = text.tokens[Int(unit.token)]
            return ReadWord(
                span: Int(token.scalarStart)..<Int(token.scalarEnd),
                form: unit.form == Unit.unknown ? nil : String(decoding: rulebook.lexicon.index.form(unit.form), as: UTF8.self),
                clause: Int(unit.clause), isNegated: unit.flags.contains(.negated), isCorrected: unit.flags.contains(.corrected))
        }
        return Explanation(
            understanding: understanding, words: words, scores: allScores(), thresholds: rulebook.thresholds, polarity: polarityShares(),
            isLoud: isLoud)
    }
}
