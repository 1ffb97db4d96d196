/// Every word form the rules know, with what it means to them in each ruled language. Immutable once compiled.
final class Lexicon: Sendable {
    /// What one form means in one language.
    struct Side: Sendable {
        /// Slice of `symbols`.
        var symbolStart: UInt32 = 0
        var symbolCount: UInt16 = 0
        /// Slice of `hints`.
        var hintCount: UInt16 = 0
        var hintStart: UInt32 = 0
        var roles: GrammarRole = []
        /// Satisfaction the word carries, in tenths of a point, −40 to +40.
        var polarity: Int8 = 0
        /// Whether an author used the form, so that a misspelling may be corrected into it.
        var isVocabulary = false

        /// Whether the form takes part in matching at all.
        var isSilent: Bool { symbolCount == 0 && hintCount == 0 && polarity == 0 && roles.isEmpty }
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

    let index: FormIndex
    /// Two sides a form: French at `2 × form`, English after it.
    let sides: [Side]
    let symbols: Table<UInt32>
    let hints: [Hint]
    /// Language evidence of each form.
    let languageScores: [LanguageScores]
    /// Per side and first form, the rewrites that start with it, longest first.
    let rewrites: [[UInt32: [Rewrite]]]
    let corrections: [CorrectionIndex]
    /// By side, vocabulary forms by first letter and length: see `maskGroup`.
    let masked: [Grouping<UInt32>]
    /// By form, the letters it is written with.
    let letters: [UInt32]

    init(
        index: FormIndex, sides: [Side], symbols: [UInt32], hints: [Hint], languageScores: [LanguageScores],
        rewrites: [[UInt32: [Rewrite]]], corrections: [CorrectionIndex],
        masked: [Grouping<UInt32>], letters: [UInt32]
    ) {
        self.letters = letters
        self.index = index
        self.sides = sides
        self.symbols = Table(symbols)
        self.hints = hints
        self.languageScores = languageScores
        self.rewrites = rewrites
        self.corrections = corrections
        self.masked = masked
    }

    func side(_ form: UInt32, _ language: Int) -> Side { sides[2 * Int(form) + language] }
}
