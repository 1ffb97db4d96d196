import IntentEngine

/// E04: the currency before the amount, a decimal point, commas between thousands.
struct EnglishAmountRule: ProofRule {
    let id = "E04"
    let languages = RuleLanguages.english

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.scalars.indices.compactMap { sign in
            guard text.isOne(of: "€£$", sign), !text.isAddress(sign) else { return nil }
            let gap = text.gap(at: sign + 1)
            if let number = text.numbers.first(where: { $0.range.lowerBound == gap.upperBound }),
                !isShared(number, gap, text)
            {
                guard !gap.isEmpty || number.decimal.map({ text[$0] == "," }) ?? false else { return nil }
                let span = sign..<number.range.upperBound
                return text.finding(id, span, "amount not in English form", remedy: right(number, sign, text))
            }
            let before = text.gap(before: sign).lowerBound
            guard let number = text.numbers.first(where: { $0.range.upperBound == before }) else { return nil }
            let span = number.range.lowerBound..<sign + 1
            return text.finding(id, span, "currency behind the amount", remedy: right(number, sign, text))
        }
    }

    /// Whether the number behind the sign and a space is the next thing said: « 5 € 3 days later ».
    private func isShared(_ number: ProofNumber, _ gap: Range<Int>, _ text: ProofText) -> Bool {
        !gap.isEmpty && text.isDigit(text.gap(before: gap.lowerBound - 1).lowerBound - 1)
    }

    private func right(_ number: ProofNumber, _ sign: Int, _ text: ProofText) -> String {
        var digits = ""
        for offset in number.range {
            switch offset {
            case number.decimal: digits.append(".")
            case _ where number.separators.contains(offset): digits.append(",")
            default: digits.unicodeScalars.append(text.scalars[offset])
            }
        }
        return "\(text.scalars[sign])\(digits)"
    }
}
