import IntentEngine

/// F06: an amount is number, no-break space, €, with a decimal comma.
struct AmountRule: ProofRule {
    let id = "F06"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let byEnd = Dictionary(text.numbers.map { ($0.range.upperBound, $0) }, uniquingKeysWith: { first, _ in first })
        let byStart = Dictionary(
            text.numbers.map { ($0.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
        var findings = text.numbers.compactMap { decimalPoint($0, text, context) }
        for sign in text.scalars.indices where text.scalars[sign] == "€" && !text.isAddress(sign) {
            let gap = text.gap(before: sign)
            if let number = byEnd[gap.lowerBound] {
                findings += [behind(number, gap, sign, text, context)].compactMap(\.self)
            } else if let number = byStart[text.gap(at: sign + 1).upperBound] {
                findings += [before(number, sign, text, context)].compactMap(\.self)
            }
        }
        return findings
    }

    /// `49.90 euros`
    private func decimalPoint(_ number: ProofNumber, _ text: ProofText, _ context: ProofContext) -> ProofFinding? {
        let next = text.gap(at: number.range.upperBound).upperBound
        guard text[next] != "€", let decimal = number.decimal, text[decimal] == ".",
            FrenchAmount.isFollowedByCurrency(number, text)
        else { return nil }
        return text.mending(id, number.range, "decimal point", FrenchAmount.digits(number, text, context.typography))
    }

    /// `49.90 €`, `49,90€` and `12€50`
    private func behind(
        _ number: ProofNumber, _ gap: Range<Int>, _ sign: Int, _ text: ProofText, _ context: ProofContext
    ) -> ProofFinding? {
        let space = context.typography.fixedSpace
        let digits = FrenchAmount.digits(number, text, context.typography)
        let centsEnd = text.digitsEnd(from: sign + 1)
        if gap.isEmpty, number.decimal == nil, centsEnd == sign + 3, !text.isLetter(centsEnd),
            !text.isOne(of: "€.,%", text.gap(at: centsEnd).upperBound)
        {
            let amount = "\(digits),\(text.string(sign + 1..<centsEnd))\(space)€"
            return text.mending(id, number.range.lowerBound..<centsEnd, "cents behind the sign", amount)
        }
        let hasPoint = number.decimal.map { text[$0] == "." } ?? false
        guard hasPoint || !text.holds(gap, space) else { return nil }
        return text.mending(
            id, number.range.lowerBound..<sign + 1, hasPoint ? "decimal point" : "wrong space before €",
            "\(digits)\(space)€")
    }

    /// `€49.90`
    private func before(
        _ number: ProofNumber, _ sign: Int, _ text: ProofText, _ context: ProofContext
    ) -> ProofFinding? {
        // The number belongs to the sign behind it when there is one.
        guard text[text.gap(at: number.range.upperBound).upperBound] != "€" else { return nil }
        let span = sign..<number.range.upperBound
        let amount = "\(FrenchAmount.digits(number, text, context.typography))\(context.typography.fixedSpace)€"
        guard !number.isAmbiguous else { return text.finding(id, span, "sign before the amount", remedy: amount) }
        return text.mending(id, span, "sign before the amount", amount)
    }
}
