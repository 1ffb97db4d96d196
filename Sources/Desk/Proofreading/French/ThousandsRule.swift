import IntentEngine

/// F07: the thousands of an amount are parted by a narrow no-break space, never a comma, point or ordinary space.
struct ThousandsRule: ProofRule {
    let id = "F07"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let space = context.typography.thousandsSpace
        return text.numbers.compactMap { number in
            guard number.separators.contains(where: { text.scalars[$0] != space }),
                FrenchAmount.isFollowedByCurrency(number, text)
            else { return nil }
            let digits = FrenchAmount.digits(number, text, context.typography)
            // « 1,234 € » may be one euro and some: only a person knows.
            guard !number.isAmbiguous else {
                return text.finding(id, number.range, "ambiguous separator", remedy: "1\(space)234 ou 1,23")
            }
            return text.mending(id, number.range, "wrong thousands separator", digits)
        }
    }
}
