/// Where a rule was written.
public struct SourcePlace: Sendable, Hashable, Comparable {
    /// Path below the rulebook's folder.
    public let file: String
    /// From 1.
    public let line: Int
    public let column: Int

    public init(file: String, line: Int, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

/// Everything authors wrote for the engine, before it is compiled.
public struct RuleSource: Sendable {
    public var intents: [OwnerSource]
    public var signals: [OwnerSource]
    public var lists: [ListSource]
    /// Words and phrases that carry satisfaction or dissatisfaction.
    public var polarity: [PatternSource]
    /// Shorthand and misspellings: what stands in the message, and what is read instead (empty: left out).
    public var rewrites: [RewriteSource]
    /// Real words near the vocabulary that must not be corrected into it.
    public var knownWords: [PatternSource]
    public var thresholds: Thresholds
    /// Shapes of the brand's order numbers: `#` a digit, `A` a letter, other characters themselves.
    public var orderNumberShapes: [String]

    public init(
        intents: [OwnerSource] = [], signals: [OwnerSource] = [], lists: [ListSource] = [], polarity: [PatternSource] = [],
        rewrites: [RewriteSource] = [], knownWords: [PatternSource] = [], thresholds: Thresholds = Thresholds(),
        orderNumberShapes: [String] = []
    ) {
        self.intents = intents
        self.signals = signals
        self.lists = lists
        self.polarity = polarity
        self.rewrites = rewrites
        self.knownWords = knownWords
        self.thresholds = thresholds
        self.orderNumberShapes = orderNumberShapes
    }
}

extension RuleSource {
    /// Names of the lists that some owners name, and of those that these name.
    func lists(namedBy owners: [OwnerSource]) -> Set<String> {
        let entries = Dictionary(grouping: lists, by: \.name).mapValues { $0.flatMap { $0.entries.map(\.text) } }
        var names: Set<String> = []
        var left = owners.flatMap { $0.patterns.map(\.text) }
        while let text = left.popLast() {
            for part in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
                let name = String(part.prefix { $0 != ">" })
                if names.insert(name).inserted { left += entries[name] ?? [] }
            }
        }
        return names
    }
}

/// An intent or a signal: a name and the patterns that speak for it or veto it.
public struct OwnerSource: Sendable {
    public let name: String
    public var patterns: [PatternSource]
    /// Whether words between quotation marks count: who quotes hate does not utter it.
    public var countsQuotes: Bool
    /// Whether it accuses whoever wrote, as hate, insults and threats do.
    var accuses: Bool { !countsQuotes }
    /// Whether the intent is a courtesy, greeting or thanks: it gives way to every wish.
    public var isCourtesy: Bool

    public init(name: String, patterns: [PatternSource], countsQuotes: Bool = true, isCourtesy: Bool = false) {
        self.isCourtesy = isCourtesy
        self.name = name
        self.patterns = patterns
        self.countsQuotes = countsQuotes
    }
}

/// One authored phrase, hint or veto.
public struct PatternSource: Sendable {
    public let role: Role
    public let language: Language
    public let text: String
    /// Points it gives; nil takes the default for its role and length. For polarity, tenths of its value.
    public let points: Int?
    /// For signals, how strong the signal is when this matches, from 1 to 4.
    public let level: Int
    public let negation: Negation
    public let place: SourcePlace

    public init(
        role: Role, language: Language, text: String, points: Int? = nil, level: Int = 1, negation: Negation = .refused,
        place: SourcePlace
    ) {
        self.role = role
        self.language = language
        self.text = text
        self.points = points
        self.level = level
        self.negation = negation
        self.place = place
    }

    public enum Role: Sendable, Hashable, BitwiseCopyable {
        case phrase
        /// A single word of weak evidence.
        case hint
        /// Takes the owner out of the clause it matches in.
        case veto
    }

    /// What a phrase makes of standing in the scope of a negation that is not its own.
    public enum Negation: String, Sendable, Hashable, CaseIterable, BitwiseCopyable {
        /// It does not count.
        case refused
        /// It counts all the same.
        case allowed
        /// It counts only then.
        case required
    }
}

/// A named list of the vocabulary for one language.
public struct ListSource: Sendable {
    public let name: String
    public let language: Language
    public let entries: [PatternSource]
    public let place: SourcePlace

    public init(name: String, language: Language, entries: [PatternSource], place: SourcePlace) {
        self.name = name
        self.language = language
        self.entries = entries
        self.place = place
    }
}

/// A way of writing and what is read instead.
public struct RewriteSource: Sendable {
    public let language: Language
    public let from: String
    public let to: String
    public let place: SourcePlace

    public init(language: Language, from: String, to: String, place: SourcePlace) {
        self.language = language
        self.from = from
        self.to = to
        self.place = place
    }
}

/// When an intent is claimed.
public struct Thresholds: Sendable, Hashable {
    /// Points an intent needs.
    public var points: Int
    /// Points by which it must lead the runner-up.
    public var margin: Int
    /// Intents claimed for one message at most.
    public var intents: Int
    /// Losing candidates shown with a decision at most.
    public var candidates: Int
    /// Points a signal needs.
    public var signal: Int

    public init(points: Int = 8, margin: Int = 2, intents: Int = 3, candidates: Int = 3, signal: Int = 6) {
        self.points = points
        self.margin = margin
        self.intents = intents
        self.candidates = candidates
        self.signal = signal
    }
}

/// A mistake in the rules, with its remedy.
public struct RuleFinding: Sendable, Hashable, Error {
    public let place: SourcePlace
    public let cause: String
    public let remedy: String

    public init(place: SourcePlace, cause: String, remedy: String) {
        self.place = place
        self.cause = cause
        self.remedy = remedy
    }
}
