import IntentEngine

/// In French 0, 1 and 1,5 are singular, and 2 is plural: `1 jour`, `0 article`, `2 articles`.
struct CountAgreementRule: ProofRule {
    let id = "grammar.count"
    let languages = RuleLanguages.french
    /// Above this a figure is a reference sooner than a count.
    private static let longestCount = 3

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.numbers.compactMap { number in
            // Digits that go on from others, as in « 10 00 euros », are no count of their own.
            guard !number.isPartOfCode, !text.isDigit(text.gap(before: number.range.lowerBound).lowerBound - 1),
                let index = text.words.firstIndex(where: { $0.range.lowerBound >= number.range.upperBound }),
                let noun = text.continuation(index), noun.before == .spaces,
                text.gap(at: number.range.upperBound).upperBound == noun.range.lowerBound
            else { return nil }
            let span = number.range.lowerBound..<noun.range.upperBound
            if number.isBelowTwo, FrenchNouns.singularByPlural[noun.folded] != nil {
                let right = "\(text.string(number.range)) \(noun.lower.dropLast())"
                return text.finding(id, span, "plural behind a number below 2", remedy: right)
            }
            let isCount = number.separators.isEmpty && number.range.count <= Self.longestCount && number.isWhole
            guard !number.isBelowTwo, isCount, !isNamed(text, index), FrenchNouns.pluralBySingular[noun.folded] != nil
            else { return nil }
            return text.finding(
                id, span, "singular behind a number above 1", remedy: "\(text.string(number.range)) \(noun.lower)s")
        }
    }

    /// Whether the number belongs to the word before it: « l’article 12 », « le 3 », « n° 4 ».
    private func isNamed(_ text: ProofText, _ index: Int) -> Bool {
        guard let before = text.word(index - 2), text.words[index - 1].before.continuesPhrase else { return false }
        return ["n°", "le", "article", "numero", "page", "taille", "modele", "reference", "commande"].contains(
            before.folded)
    }
}
