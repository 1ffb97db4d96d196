/// Everything the engine matches with, compiled once and never changed.
///
/// A class because its tables are shared by every thread and passed about for every message: one reference count
/// instead of a dozen.
public final class Rulebook: Sendable {
    /// Names of the intents, in the order they are numbered: the order of ties.
    public let intents: [String]
    /// Names of the signals, in the order of their files.
    public let signals: [String]
    /// By intent, whether it gives way to every other and stands only where the message asks nothing.
    public let courtesies: [Bool]
    public let thresholds: Thresholds
    let patterns: PatternTable
    /// By pattern.
    let scores: Table<PatternScore>
    let lexicon: Lexicon
    /// By side: French, English.
    let automata: [Automaton]
    let symbolCount: Int
    let wellKnown: WellKnownForms
    let orderNumbers: OrderNumberShapes

    init(
        intents: [String], signals: [String], courtesies: [Bool], thresholds: Thresholds, patterns: PatternTable,
        scores: Table<PatternScore>, lexicon: Lexicon, automata: [Automaton], symbolCount: Int, wellKnown: WellKnownForms,
        orderNumbers: OrderNumberShapes
    ) {
        self.intents = intents
        self.signals = signals
        self.courtesies = courtesies
        self.thresholds = thresholds
        self.patterns = patterns
        self.scores = scores
        self.lexicon = lexicon
        self.automata = automata
        self.symbolCount = symbolCount
        self.wellKnown = wellKnown
        self.orderNumbers = orderNumbers
    }

    var polarityOwner: Int { intents.count + signals.count }

    /// The pattern behind a piece of evidence.
    public func pattern(_ number: UInt32) -> Pattern { patterns[Int(number)] }

    /// How many patterns were compiled.
    public var patternCount: Int { patterns.count }
}

/// Forms the reading of a message needs by number.
struct WellKnownForms: Sendable {
    /// Number of the French *ne*, which is left out.
    let ne: UInt32
    /// Stands for a word whose hidden letters cannot be told; phrases name it `***`.
    let masked: UInt32
}
