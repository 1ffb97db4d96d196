/// Numbers the words of rules and ties each to the forms by which customers write it.
struct VocabularyCompiler {
    private(set) var lexicon = LexiconBuilder()
    private(set) var symbolCount = Symbol.firstWord
    private var symbols: [SymbolKey: UInt32] = [:]
    /// By side, what single words are rewritten to.
    private var rewritten: [[[UInt8]: [AuthoredWords.Word]]] = [[:], [:]]
    private var inflections: [InflectionKey: [UInt32]] = [:]
    private var buffer: [UInt8] = []
    private let counts: WordCounts
    /// Whether the rules that are read now accuse whoever wrote. They come after those of intents.
    var accuses = false
    /// By symbol, how common it is in messages, as far as the rules tell.
    private var commonness: [Int]

    init(counts: WordCounts) {
        self.counts = counts
        commonness = [Int](repeating: Self.entityCommonness, count: Int(Symbol.firstWord))
    }

    private static let entityCommonness = 40
    /// What a word of the grammar stands in messages more than the rules tell.
    private static let functionCommonness = 2000

    private var readings: [SymbolKey: Reading] = [:]

    private struct SymbolKey: Hashable {
        let word: String
        let side: Int
        let exact: Bool
    }

    private struct InflectionKey: Hashable {
        let word: String
        let side: Int
    }

    /// Gives the words away; nothing can be read any more.
    mutating func finish() -> LexiconBuilder {
        let finished = lexicon
        self = VocabularyCompiler(counts: counts)
        return finished
    }

    mutating func newSymbol() -> UInt32 {
        defer { symbolCount += 1 }
        commonness.append(0)
        return symbolCount
    }

    /// How common `symbol` is: comparable among symbols, and without a unit.
    func commonness(of symbol: UInt32) -> Int { commonness[Int(symbol)] }

    /// Makes a symbol as much more common as a word it stands for.
    mutating func raise(_ symbol: UInt32, by word: AuthoredWords.Word, _ language: Language) {
        commonness[Int(symbol)] += 1 + counts.count(of: word.surface)
        guard let form = lexicon.index.number(of: word.folded) else { return }
        if !lexicon.roles(of: form, language.side ?? 0).isDisjoint(with: [.function, .negator, .pronoun, .question, .subject, .request]) {
            commonness[Int(symbol)] += Self.functionCommonness
        }
    }

    /// Function words, grammar, elisions and contractions: what the engine knows before any rule.
    mutating func addLanguages() -> WellKnownForms {
        for form in LanguageEvidence.functionForms.keys { _ = lexicon.form(form) }
        for language in Language.ruled {
            guard let side = language.side else { continue }
            for (role, words) in Grammar.words(of: language) {
                for word in words.split(whereSeparator: \.isWhitespace) {
                    lexicon.add(roles: [role, .known], to: lexicon.form(Array(word.utf8)), side)
                }
            }
            for word in CalendarWords.all.split(whereSeparator: \.isWhitespace) {
                lexicon.add(roles: .calendar, to: lexicon.form(Array(word.utf8)), side)
            }
        }
        for short in ApostropheSplit.elisions + ApostropheSplit.contractions where short.full.utf8CodeUnitCount > 0 {
            _ = lexicon.form(Array(short.full.description.utf8))
        }
        _ = lexicon.form(Array("not".utf8))
        return WellKnownForms(ne: lexicon.form(Array("ne".utf8)), masked: lexicon.form(Array("***".utf8)))
    }

    /// What a word of a phrase is read as.
    struct Reading {
        let symbols: [UInt32]
        /// Whether one of its words says “not”.
        let holdsNegator: Bool
    }

    /// The symbols of a word of a phrase: its inflected forms, or these letters exactly.
    mutating func reading(_ text: String, _ language: Language, exactly: Bool) -> Reading {
        let key = SymbolKey(word: text, side: language.side ?? 0, exact: exactly)
        if let known = readings[key] { return known }
        let words = read(text, language)
        let reading = Reading(
            symbols: words.map { exactly ? symbol(exactly: $0, language) : symbol(for: $0, language) },
            holdsNegator: words.contains { isNegator($0.folded, language) })
        readings[key] = reading
        return reading
    }

    private func isNegator(_ folded: [UInt8], _ language: Language) -> Bool {
        guard let side = language.side, let form = lexicon.index.number(of: folded) else { return false }
        return lexicon.roles(of: form, side).contains(.negator)
    }

    /// The words of an authored text as the same words in a message are read: shorthand and misspellings of a single
    /// word are rewritten here too.
    func read(_ text: String, _ language: Language) -> [AuthoredWords.Word] {
        AuthoredWords.words(in: text, language).flatMap { word in
            rewritten[language.side ?? 0][word.folded] ?? [word]
        }
    }

    /// The symbol of a word and its inflected forms.
    private mutating func symbol(for word: AuthoredWords.Word, _ language: Language) -> UInt32 {
        let key = SymbolKey(word: word.surface, side: language.side ?? 0, exact: false)
        if let known = symbols[key] { return known }
        let symbol = newSymbol()
        symbols[key] = symbol
        raise(symbol, by: word, language)
        attach(symbol, toFormsOf: word, language)
        return symbol
    }

    /// The symbol of exactly one form.
    private mutating func symbol(exactly word: AuthoredWords.Word, _ language: Language) -> UInt32 {
        let key = SymbolKey(word: word.surface, side: language.side ?? 0, exact: true)
        if let known = symbols[key] { return known }
        let symbol = newSymbol()
        symbols[key] = symbol
        raise(symbol, by: word, language)
        attach(symbol, toExactly: word, language)
        return symbol
    }

    mutating func attach(_ symbol: UInt32, toFormsOf word: AuthoredWords.Word, _ language: Language) {
        guard let side = language.side else { return }
        for form in forms(of: word, language) { attach(symbol, to: form, side) }
    }

    mutating func attach(_ symbol: UInt32, toExactly word: AuthoredWords.Word, _ language: Language) {
        guard let side = language.side else { return }
        attach(symbol, to: lexicon.form(word.folded), side)
    }

    /// Ties a hint to the forms of its word, but for those of one letter: « à » is no proof of *avoir*.
    mutating func attach(_ hint: Lexicon.Hint, toFormsOf word: AuthoredWords.Word, _ language: Language) {
        guard let side = language.side else { return }
        for (place, form) in forms(of: word, language).enumerated() where place == 0 || lexicon.length(of: form) > 1 {
            lexicon.add(hint: hint, to: form, side)
            lexicon.markVocabulary(form, side, accuses: accuses)
        }
    }

    /// Gives a word its polarity, and its inflected forms unless they have one of their own.
    mutating func set(polarity: Int, of word: AuthoredWords.Word, _ language: Language) {
        guard let side = language.side else { return }
        for (at, form) in forms(of: word, language).enumerated() {
            if at == 0 || lexicon.polarity(of: form, side) == 0 { lexicon.set(polarity: polarity, of: form, side) }
            lexicon.markVocabulary(form, side, accuses: accuses)
        }
    }

    /// Marks real words that must not be taken for misspellings.
    mutating func addKnown(_ text: String, _ language: Language) {
        guard let side = language.side else { return }
        for word in AuthoredWords.words(in: text, language) {
            for form in forms(of: word, language) { lexicon.add(roles: .known, to: form, side) }
        }
    }

    /// Whether nothing but spaces and hyphens stands between the tokens: « a+ » would be read as « a ».
    private static func isWordsAlone(_ text: String, _ tokens: [[UInt8]]) -> Bool {
        let isJoiner = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") }
        return Folding.bytes(of: text).count { !isJoiner($0) } == tokens.reduce(0) { $0 + $1.count }
    }

    /// Adds a rewrite; false when it names no word, or more than words.
    mutating func add(_ rewrite: RewriteSource, _ side: Int) -> Bool {
        let atClauseStart = rewrite.from.hasPrefix("^")
        let from = atClauseStart ? String(rewrite.from.dropFirst()) : rewrite.from
        let whole = AuthoredWords.tokens(in: from)
        let parts = whole.count == 1 ? whole : AuthoredWords.words(in: from, rewrite.language).map(\.folded)
        guard !parts.isEmpty, Self.isWordsAlone(from, whole) else { return false }
        let words = AuthoredWords.words(in: rewrite.to, rewrite.language)
        let target = words.map { lexicon.form($0.folded) }
        if whole.count == 1, !atClauseStart { rewritten[side][parts[0]] = words }
        lexicon.add(
            rewrite: Lexicon.Rewrite(from: parts.map { lexicon.form($0) }, to: target, atClauseStart: atClauseStart), side)
        return true
    }

    private mutating func attach(_ symbol: UInt32, to form: UInt32, _ side: Int) {
        lexicon.add(symbol: symbol, to: form, side)
        lexicon.markVocabulary(form, side, accuses: accuses)
    }

    /// The folded forms of a word, its own first, without repeats.
    private mutating func forms(of word: AuthoredWords.Word, _ language: Language) -> [UInt32] {
        let key = InflectionKey(word: word.surface, side: language.side ?? 0)
        if let known = inflections[key] { return known }
        let families =
            language == .english ? EnglishInflection.families(of: word.surface) : FrenchInflection.families(of: word.surface)
        var forms = [lexicon.form(word.folded)]
        for family in families {
            buffer.removeAll(keepingCapacity: true)
            Folding.append(family.radical, to: &buffer)
            let radical = buffer.count
            for ending in family.endings {
                buffer.removeSubrange(radical...)
                Folding.append(ending, to: &buffer)
                let form = lexicon.form(buffer)
                if !forms.contains(form) { forms.append(form) }
            }
        }
        inflections[key] = forms
        return forms
    }
}
