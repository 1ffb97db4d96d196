/// How French writes a number with its currency: `1 234,56 €`.
enum FrenchAmount {
    static let currencyWords: Set<String> = ["euro", "euros", "eur"]

    /// The number in French digits; ambiguous thousands are left as they are.
    static func digits(_ number: ProofNumber, _ text: ProofText, _ typography: Typography) -> String {
        var digits = ""
        for offset in number.range {
            if offset == number.decimal {
                digits.append(",")
            } else if number.separators.contains(offset), !number.isAmbiguous {
                digits.unicodeScalars.append(typography.thousandsSpace)
            } else {
                digits.unicodeScalars.append(text.scalars[offset])
            }
        }
        return digits
    }

    /// Whether a currency stands behind `number`, as a sign or as a word.
    static func isFollowedByCurrency(_ number: ProofNumber, _ text: ProofText) -> Bool {
        let next = text.gap(at: number.range.upperBound).upperBound
        if text[next] == "€" { return true }
        return text.words.contains { $0.range.lowerBound == next && currencyWords.contains($0.folded) }
    }
}
