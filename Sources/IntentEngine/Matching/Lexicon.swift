/// Every word form the rules know, with what it means to them in each ruled language. Immutable once compiled.
final class Lexicon: Sendable {
    /// What one form means in one language.
    struct Side: Sendable {
        /// Slice of `meanings`.
        var symbolStart: UInt32 = 0
        /// Slice of `hints`.
        var hintStart: UInt32 = 0
        var symbolCount: UInt16 = 0
        var hintCount: UInt16 = 0
        /// Roles in the lower three bytes, polarity in the highest: four forms share a line of cache.
        private var rolesAndPolarity: UInt32 = 0

        var roles: GrammarRole {
            get { GrammarRole(rawValue: rolesAndPolarity & 0xFF_FFFF) }
            set { rolesAndPolarity = rolesAndPolarity & 0xFF00_0000 | newValue.rawValue }
        }

        /// Satisfaction the word carries, in tenths of a point, −40 to +40.
        var polarity: Int8 {
            get { Int8(truncatingIfNeeded: Int32(bitPattern: rolesAndPolarity) >> 24) }
            set { rolesAndPolarity = rolesAndPolarity & 0xFF_FFFF | UInt32(UInt8(bitPattern: newValue)) << 24 }
        }

        /// Whether an author used the form, so that a misspelling may be corrected into it.
        var isVocabulary: Bool {
            get { roles.contains(.vocabulary) }
            set { if newValue { roles.insert(.vocabulary) } else { roles.remove(.vocabulary) } }
        }

        /// Whether the form takes part in matching at all.
        var isSilent: Bool { symbolCount == 0 && hintCount == 0 && polarity == 0 && roles.isEmpty }
    }

    /// A symbol of a form, with where the phrases filed under it are.
    struct Meaning: Sendable {
        private let bits: UInt32
        /// The piece of phrases, 0 for none.
        let phrases: UInt32

        init(_ symbol: UInt32, _ filed: Automaton.Filed) {
            bits = symbol | (filed.lists == 0 ? 0 : Self.lists)
            phrases = filed.phrases
        }

        var symbol: UInt32 { bits & ~Self.lists }
        /// Whether entries of lists are filed under it, which is seldom.
        var hasLists: Bool { bits & Self.lists != 0 }

        private static let lists: UInt32 = 1 << 31
    }

    /// Weak evidence a word gives.
    struct Hint: Sendable {
        let pattern: UInt32
        let owner: UInt16
        let points: Int16
    }

    /// One way of writing that is read as something else: form numbers to find and to put in their place.
    struct Rewrite: Sendable {
        let from: [UInt32]
        let to: [UInt32]
        let atClauseStart: Bool
    }

    let index: FormTable
    /// By form, what it means in French and in English.
    let french: Table<Side>
    let english: Table<Side>
    /// By form, which of `distinctScores` are its evidence for languages; 0 is none.
    let languageScores: Table<UInt16>
    let distinctScores: Table<LanguageScores>
    let meanings: Table<Meaning>
    let hints: Table<Hint>
    /// Per side and first form, the rewrites that start with it, longest first.
    let rewrites: [[UInt32: [Rewrite]]]
    let corrections: [CorrectionIndex]
    /// By side, vocabulary forms by first letter and length: see `maskGroup`.
    let masked: [GroupTable<UInt32>]
    /// By form, the letters it is written with.
    let letters: Table<UInt32>

    init(
        index: FormTable, french: Table<Side>, english: Table<Side>, languageScores: Table<UInt16>,
        distinctScores: Table<LanguageScores>, meanings: Table<Meaning>, hints: Table<Hint>, rewrites: [[UInt32: [Rewrite]]],
        corrections: [CorrectionIndex], masked: [GroupTable<UInt32>], letters: Table<UInt32>
    ) {
        self.index = index
        self.french = french
        self.english = english
        self.languageScores = languageScores
        self.distinctScores = distinctScores
        self.meanings = meanings
        self.hints = hints
        self.rewrites = rewrites
        self.corrections = corrections
        self.masked = masked
        self.letters = letters
    }

    @inline(__always)
    func side(_ form: UInt32, _ language: Int) -> Side {
        language == 0 ? french[Int(form)] : english[Int(form)]
    }

    /// Evidence of a form for languages; nil where it has none.
    @inline(__always)
    func languageScores(of form: UInt32) -> LanguageScores? {
        let number = languageScores[Int(form)]
        return number == 0 ? nil : distinctScores[Int(number)]
    }

    /// Asks for what will be read of a form.
    @inline(__always)
    func prefetch(_ form: UInt32) {
        languageScores.prefetch(Int(form))
        french.prefetch(Int(form))
        english.prefetch(Int(form))
    }

    /// Asks for the first of the meanings and the hints of a form.
    @inline(__always)
    func prefetchMeanings(_ form: UInt32, _ language: Int) {
        let side = side(form, language)
        meanings.prefetch(Int(side.symbolStart))
        hints.prefetch(Int(side.hintStart))
    }

    /// The symbols of a form, with what is filed under them.
    @inline(__always)
    func meanings(of side: Side) -> UnsafeBufferPointer<Meaning> {
        UnsafeBufferPointer(rebasing: meanings.elements[Int(side.symbolStart)..<Int(side.symbolStart) + Int(side.symbolCount)])
    }

    /// The weak evidence a form gives.
    @inline(__always)
    func hints(of side: Side) -> UnsafeBufferPointer<Hint> {
        UnsafeBufferPointer(rebasing: hints.elements[Int(side.hintStart)..<Int(side.hintStart) + Int(side.hintCount)])
    }
}
