/// What a message says, as far as the rules can tell: a pure function of the message and the rulebook.
public struct Understanding: Sendable {
    public var language: LanguageGuess
    /// Intents that stand, best first.
    public var intents: [IntentMatch] = []
    /// The best of those that do not stand.
    public var candidates: [IntentMatch] = []
    public var entities: [Entity] = []
    public var signals: [SignalMatch] = []
    /// What a person would say of the customer's satisfaction, from −2 to +2.
    public var polarity: Polarity = Polarity(value: 0, weight: 0)
    public var tone: Tone = Tone()
    /// Words that were read by correcting a misspelling.
    public var correctedWords = 0
}

/// Why a rule spoke: which pattern matched which characters for how many points.
public struct Evidence: Sendable, Hashable {
    /// Number of the pattern in the rulebook.
    public let pattern: UInt32
    public let points: Int
    /// Half-open range of Unicode scalars of the text given.
    public let span: Range<Int>
    /// The same range in UTF-8 bytes.
    public let bytes: Range<Int>
}

/// An intent with the evidence for it.
public struct IntentMatch: Sendable {
    /// Index into `Rulebook.intents`.
    public let intent: Int
    public let points: Int
    /// Those of them that phrases gave: what rests on single words alone is a guess.
    public let phrasePoints: Int
    /// From 0 to 1: how far it stands above the threshold and its rivals.
    public let confidence: Double
    public let evidence: [Evidence]
}

/// A signal that fired.
public struct SignalMatch: Sendable {
    /// Index into `Rulebook.signals`.
    public let signal: Int
    /// From 1 to 4.
    public let level: Int
    public let evidence: [Evidence]

    public init(signal: Int, level: Int, evidence: [Evidence]) {
        self.signal = signal
        self.level = level
        self.evidence = evidence
    }
}

/// Satisfaction of the customer.
public struct Polarity: Sendable, Hashable {
    /// −2 very dissatisfied … +2 very satisfied.
    public let value: Int
    /// The sum it was read from, in tenths of a lexicon point.
    public let weight: Int
}

/// How the message is written, beside its words.
public struct Tone: Sendable, Hashable {
    /// At least 60 % capitals over 12 letters or more.
    public var isShouted = false
    /// The longest run of `!` and `?`.
    public var longestMarkRun = 0
    public var elongations = 0
    public var wordCount = 0
    /// Whether it has words: not only emoji, mentions and laughter.
    public var isSpoken = false
    /// Words that carry meaning and stand outside every courtesy and signal: what a mere “thank you” leaves unanswered.
    public var otherWordCount = 0
    /// Whether there is a question mark.
    public var asksQuestion = false
    /// Whether anything is asked, with or without a question mark.
    public var asks = false

    public init() {}
}

/// Something named in the message that has a value: a number, a date, an address.
public struct Entity: Sendable, Hashable {
    public let kind: EntityKind
    /// In a normal form that does not depend on how it was typed; see the kinds.
    public let value: String
    public let span: Range<Int>
    public let bytes: Range<Int>
}
