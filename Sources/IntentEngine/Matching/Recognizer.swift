/// Understands messages with one rulebook.
///
/// A value with scratch memory that is used again for every message: keep one for each thread. The result depends on
/// the message, the context and the rulebook alone.
public struct Recognizer: Sendable {
    public let rulebook: Rulebook
    var text = FoldedText()
    var units: [Unit] = []
    /// The roles that occur among the units.
    var roles: GrammarRole = []
    var unknownWords = UnknownWords()
    var entities: [FoundEntity] = []
    var matches: [Match] = []
    var jumps: [Jump] = []
    var board: ScoreBoard
    /// By symbol, the units where it stands while phrases are looked for.
    var presence: [UInt64]
    var anywhere: [UInt64]

    /// Scratch memory above this many bytes is given back after a message.
    private static let keptBytes = 1 << 16

    public init(_ rulebook: Rulebook) {
        self.rulebook = rulebook
        board = ScoreBoard(owners: rulebook.intents.count + rulebook.signals.count + 1, patterns: rulebook.patterns.count)
        presence = [UInt64](repeating: 0, count: rulebook.symbolCount)
        anywhere = [UInt64](repeating: 0, count: rulebook.symbolCount / 64 + 1)
    }

    /// What is known of a message beside its text.
    public struct Context: Sendable {
        /// The language the channel or the sender gave, which settles what the text leaves open.
        public var languageHint: Language?
        /// Day the message was sent, for dates without a year.
        public var sentOn: CivilDate?

        /// The language of the rules applied when nothing tells.
        public var fallback: Language

        public init(languageHint: Language? = nil, sentOn: CivilDate? = nil, fallback: Language = .french) {
            self.languageHint = languageHint
            self.sentOn = sentOn
            self.fallback = fallback
        }
    }

    /// Understands `message`.
    public mutating func understand(_ message: String, _ context: Context = Context()) -> Understanding {
        var message = message
        return message.withUTF8 { understand($0, context) }
    }

    /// Understands a message given as UTF-8.
    public mutating func understand(_ message: UnsafeBufferPointer<UInt8>, _ context: Context = Context()) -> Understanding {
        text.fold(message)
        lookUpTokens()
        let guess = identifyLanguage(hint: context.languageHint, fallback: context.fallback)
        let side = guess.ruled.side ?? 0
        readUnits(guess.ruled, side: side)
        findEntities(message, context, guess.ruled)
        markNegation(side: side)
        match(side: side)
        var understanding = Understanding(language: guess)
        score(into: &understanding)
        understanding.entities = entities.filter { $0.kind != .number }.map { entity(of: $0, message) }
        understanding.tone = tone()
        understanding.correctedWords = units.count { $0.flags.contains(.corrected) }
        text.trim(above: Self.keptBytes)
        return understanding
    }

    /// Looks each token up, in steps: what a step reads of the large tables is asked for by the one before, for all
    /// tokens, so that one wait covers them all.
    mutating func lookUpTokens() {
        let lexicon = rulebook.lexicon
        withUnsafeTemporaryAllocation(of: FormKey.self, capacity: text.tokens.count) { keys in
            text.lookUp { flat, tokens in
                for at in tokens.indices {
                    keys[at] = FormKey(tokens[at].flat, of: flat)
                    lexicon.index.prefetchSlot(keys[at])
                }
                for key in keys { lexicon.index.prefetchForm(key) }
                for at in tokens.indices {
                    let bytes = UnsafeBufferPointer(rebasing: flat[tokens[at].flat])
                    guard let form = lexicon.index.number(of: bytes, key: keys[at]) else { continue }
                    lexicon.prefetch(form)
                    tokens[at].form = form
                }
            }
        }
    }

    private func tone() -> Tone {
        var tone = Tone()
        tone.isShouted = text.features.isShouted
        tone.longestMarkRun = text.features.longestMarkRun
        tone.elongations = text.features.elongations
        tone.wordCount = text.tokens.count
        tone.isSpoken = units.contains { ![.emoji, .mention].contains(text.tokens[Int($0.token)].kind) }
        tone.otherWordCount = units.count { $0.flags.contains(.other) }
        tone.asksQuestion = text.features.questions > 0
        tone.asks = asks()
        return tone
    }
}
