/// Turns authored rules into a rulebook, gathering every mistake on the way.
public struct RulebookCompiler {
    private let source: RuleSource
    private var findings: [RuleFinding] = []
    private var patterns: [Pattern] = []
    private var scores: [PatternScore] = []
    /// Of the owner being compiled.
    private var ignoresQuotes = false
    private var vocabulary: VocabularyCompiler
    private var automata = [AutomatonBuilder.empty, AutomatonBuilder.empty]
    /// By side, the symbol of each list.
    private var lists: [[String: UInt32]] = [[:], [:]]
    private init(_ source: RuleSource) {
        self.source = source
        vocabulary = VocabularyCompiler(counts: WordCounts(source))
    }

    /// The rulebook of `source`, without the patterns that hold a mistake, and all the mistakes.
    public static func compile(_ source: RuleSource) -> (rulebook: Rulebook, findings: [RuleFinding]) {
        var compiler = RulebookCompiler(source)
        let rulebook = compiler.compile()
        return (rulebook, compiler.findings.sorted { $0.place < $1.place })
    }

    private mutating func compile() -> Rulebook {
        let wellKnown = vocabulary.addLanguages()
        for word in source.knownWords { vocabulary.addKnown(word.text, word.language) }
        // First, so that what authors write is read as messages are.
        compileRewrites()
        // What accuses comes second, so that the words no intent has are known as such.
        let wished = source.lists(namedBy: source.intents)
        let accusing = source.lists(namedBy: source.signals.filter(\.accuses)).subtracting(wished)
        compileLists { wished.contains($0) }
        compile(source.intents, from: 0) { _ in true }
        vocabulary.accuses = true
        compileLists { accusing.contains($0) }
        compile(source.signals, from: source.intents.count) { $0.accuses }
        vocabulary.accuses = false
        compileLists { !wished.contains($0) && !accusing.contains($0) }
        compile(source.signals, from: source.intents.count) { !$0.accuses }
        ignoresQuotes = false
        compilePolarity(owner: source.intents.count + source.signals.count)
        let symbolCount = Int(vocabulary.symbolCount)
        let built = automata.map { $0.build(symbolCount: symbolCount) }
        // What is done with is given up before the lexicon asks for the most memory.
        automata = []
        var words = vocabulary.finish()
        let lexicon = words.build(built)
        return Rulebook(
            intents: source.intents.map(\.name), signals: source.signals.map(\.name), courtesies: source.intents.map(\.isCourtesy),
            thresholds: source.thresholds,
            patterns: PatternTable(patterns), scores: Table(scores), lexicon: lexicon, automata: built,
            symbolCount: symbolCount,
            wellKnown: wellKnown,
            orderNumbers: OrderNumberShapes(source.orderNumberShapes))
    }

    private mutating func report(_ place: SourcePlace, _ cause: String, _ remedy: String, column: Int = 0) {
        let place = SourcePlace(file: place.file, line: place.line, column: place.column + column)
        findings.append(RuleFinding(place: place, cause: cause, remedy: remedy))
    }

    private mutating func parse(_ text: String, at place: SourcePlace) -> Phrase? {
        do {
            return try PhraseParser.parse(text)
        } catch {
            report(place, error.cause, error.remedy, column: error.offset)
            return nil
        }
    }

    // MARK: Lists

    private mutating func compileLists(where isWanted: (String) -> Bool) {
        for language in Language.ruled {
            let own = source.lists.filter { $0.language == language }
            var unfolding = ListUnfolding(lists: own)
            for list in own where isWanted(list.name) {
                let symbol = vocabulary.newSymbol()
                lists[language.side ?? 0][list.name] = symbol
                for entry in unfolding.entries(of: list) {
                    guard let phrase = parse(entry.text, at: entry.place) else { continue }
                    compileEntry(phrase, symbol: symbol, language, at: entry.place)
                }
            }
            for finding in unfolding.findings { findings.append(finding) }
        }
    }

    /// Ties the forms of a word to the list's symbol; an entry of several words becomes a path that ends in it.
    private mutating func compileEntry(_ phrase: Phrase, symbol: UInt32, _ language: Language, at place: SourcePlace) {
        if phrase.elements.count == 1 {
            switch phrase.elements[0] {
            case .word(let text):
                let words = vocabulary.read(text, language)
                if words.count == 1 {
                    vocabulary.raise(symbol, by: words[0], language)
                    return vocabulary.attach(symbol, toFormsOf: words[0], language)
                }
            case .exact(let text):
                let words = vocabulary.read(text, language)
                if words.count == 1 {
                    vocabulary.raise(symbol, by: words[0], language)
                    return vocabulary.attach(symbol, toExactly: words[0], language)
                }
            default: break
            }
        }
        if namesList(phrase.elements) {
            return report(place, "a list inside an entry of several words", "name the list in the phrase instead")
        }
        _ = lay(phrase, symbol, isList: true, language, at: place)
    }

    private func namesList(_ elements: [Phrase.Element]) -> Bool {
        elements.contains { element in
            switch element {
            case .list: true
            case .alternatives(let branches): branches.contains(where: namesList)
            case .optional(let part): namesList(part)
            case .word, .exact, .entity, .gap, .clauseStart, .clauseEnd: false
            }
        }
    }

    // MARK: Patterns

    /// Compiles owners of one kind, which are numbered from `first` on.
    private mutating func compile(_ owners: [OwnerSource], from first: Int, where isWanted: (OwnerSource) -> Bool) {
        for (number, owner) in owners.enumerated() where isWanted(owner) {
            ignoresQuotes = !owner.countsQuotes
            compile(owner.patterns, owner: first + number)
        }
    }

    private mutating func compile(_ sources: [PatternSource], owner: Int) {
        for source in sources {
            guard let side = source.language.side else { continue }
            if source.role == .hint, compileHint(source, owner: owner, side: side) { continue }
            guard let phrase = parse(source.text, at: source.place) else { continue }
            compile(phrase, source, owner: owner)
        }
    }

    /// Lays a phrase into the automaton of its language; polarity counts each as two words.
    private mutating func compile(_ phrase: Phrase, _ source: PatternSource, owner: Int, words: Int? = nil) {
        guard let laid = lay(phrase, UInt32(patterns.count), isList: false, source.language, at: source.place) else { return }
        add(source, owner: owner, words: words ?? laid.words, holdsNegation: laid.holdsNegation)
    }

    /// Points by length: a single word proves little, four words in order prove much.
    private static func defaultPoints(words: Int) -> Int { [6, 6, 9, 10, 11][min(words, 4)] }

    @discardableResult
    private mutating func add(_ source: PatternSource, owner: Int, words: Int, holdsNegation: Bool) -> UInt32 {
        let points = source.points ?? (source.role == .hint ? 2 : Self.defaultPoints(words: words))
        patterns.append(Pattern(role: source.role, language: source.language, text: source.text, place: source.place))
        scores.append(
            PatternScore(
                owner: UInt16(clamping: owner), points: Int16(clamping: points), level: UInt8(clamping: source.level),
                role: source.role, negation: source.negation, holdsNegation: holdsNegation, ignoresQuotes: ignoresQuotes))
        return UInt32(patterns.count - 1)
    }

    /// Ties a one-word hint to the word's forms; false when it has several words and is matched as a phrase.
    private mutating func compileHint(_ source: PatternSource, owner: Int, side: Int) -> Bool {
        let words = vocabulary.read(source.text, source.language)
        guard words.count == 1, Self.isPlain(source.text) else { return false }
        let number = add(source, owner: owner, words: 1, holdsNegation: false)
        let points = Int16(clamping: source.points ?? 2)
        let hint = Lexicon.Hint(pattern: number, owner: UInt16(clamping: owner), points: points)
        vocabulary.attach(hint, toFormsOf: words[0], source.language)
        return true
    }

    /// Whether a text is words alone, without a sign of the phrase language; emoticons are words.
    private static func isPlain(_ text: String) -> Bool {
        text == "***" || Emoticon.forms.contains(text.lowercased()) || !text.contains { "([<{\"^$…".contains($0) }
    }

    private mutating func compilePolarity(owner: Int) {
        for source in source.polarity where source.language.side != nil {
            let words = vocabulary.read(source.text, source.language)
            if words.count == 1, Self.isPlain(source.text) {
                vocabulary.set(polarity: source.points ?? 0, of: words[0], source.language)
                continue
            }
            guard let phrase = parse(source.text, at: source.place) else { continue }
            compile(phrase, source, owner: owner, words: 2)
        }
    }

    private mutating func compileRewrites() {
        for rewrite in source.rewrites {
            guard let side = rewrite.language.side else { continue }
            if !vocabulary.add(rewrite, side) {
                report(rewrite.place, "“\(rewrite.from)” cannot be looked for", "write words alone before the colon: signs are not read")
            }
        }
    }

    // MARK: Graphs

    /// Adds the graph of a phrase and files it under its rarest words; nil when something in it is wrong.
    private mutating func lay(
        _ phrase: Phrase, _ pattern: UInt32, isList: Bool, _ language: Language, at place: SourcePlace
    ) -> (words: Int, holdsNegation: Bool)? {
        let side = language.side ?? 0
        // Taken out while it grows, so that it is not copied.
        var automaton = AutomatonBuilder.empty
        swap(&automaton, &automata[side])
        defer { swap(&automaton, &automata[side]) }
        var graph = PhraseGraph(language: language, lists: lists[side])
        do {
            let part = try graph.enter(phrase.elements, before: 0, &automaton, &vocabulary)
            guard automaton.variants(from: part.entrance) <= AutomatonBuilder.mostVariants else {
                report(
                    place, "the phrase unfolds into more than \(AutomatonBuilder.mostVariants) variants", "split it, or use a shorter list")
                return nil
            }
            guard automaton.width(from: part.entrance) <= AutomatonBuilder.mostWidth else {
                report(
                    place, "the phrase is wider than \(AutomatonBuilder.mostWidth) words, its gaps counted",
                    "keep the words that tell, or split it")
                return nil
            }
            automaton.file(pattern, isList: isList, entrance: part.entrance, anchors: part.anchors)
            return (automaton.fewestWords(from: part.entrance), graph.holdsNegation)
        } catch {
            report(place, error.cause, error.remedy)
            return nil
        }
    }
}
