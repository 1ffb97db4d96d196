import IntentEngine

/// No personal data in a public reply, and no card number or IBAN in any (language study §§ 6.2, 6.3).
///
/// A date with its day and month may be given, as may a year.
struct PersonalDataRule: ProofRule {
    let id = "personal_data"
    let languages = RuleLanguages.any

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        var found = BankNumberScanner.cards(in: text).map { (span: $0, kind: "card number") }
        found += BankNumberScanner.ibans(in: text).map { (span: $0, kind: "IBAN") }
        if context.visibility == .public {
            found += text.addresses.filter { $0.kind == .email }.map { (span: $0.range, kind: "e-mail address") }
            found += PhoneScanner.phones(in: text).map { (span: $0.range, kind: "telephone number") }
            found += amounts(text).map { (span: $0, kind: "amount") }
            found += PostalAddressScanner.addresses(in: text).map { (span: $0, kind: "postal address") }
            found += codes(text).map { (span: $0, kind: "order or reference number") }
        }
        let isEnglish = text.language == .english
        return found.indices.compactMap { index in
            let span = found[index].span
            // One finding for each place: the first kind that claims it.
            guard !found[..<index].contains(where: { $0.span.overlaps(span) }) else { return nil }
            return text.finding(
                id, span, found[index].kind, remedy: isEnglish ? "by private message" : "en message privé")
        }
    }

    private func amounts(_ text: ProofText) -> [Range<Int>] {
        text.numbers.compactMap { number in
            let next = text.gap(at: number.range.upperBound).upperBound
            if text.isOne(of: "€£$", next) { return number.range.lowerBound..<next + 1 }
            let before = text.gap(before: number.range.lowerBound).lowerBound - 1
            if text.isOne(of: "€£$", before) { return before..<number.range.upperBound }
            guard let word = text.words.first(where: { $0.range.lowerBound == next }),
                ["euro", "euros", "eur", "pounds", "dollars", "gbp", "usd", "chf"].contains(word.folded)
            else { return nil }
            return number.range.lowerBound..<word.range.upperBound
        }
    }

    /// Four digits in a row or more, with the letters and hyphens of the code around them.
    private func codes(_ text: ProofText) -> [Range<Int>] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            guard word.kind == .number, word.range.count >= 4, !isYear(text, index) else { return nil }
            var span = word.range
            while belongs(span.lowerBound - 1, text) { span = span.lowerBound - 1..<span.upperBound }
            while belongs(span.upperBound, text) { span = span.lowerBound..<span.upperBound + 1 }
            while text[span.upperBound - 1] == "-" { span = span.dropLast() }
            while text[span.lowerBound] == "-" { span = span.dropFirst() }
            return span
        }
    }

    private func belongs(_ offset: Int, _ text: ProofText) -> Bool {
        (text.isLetter(offset) || text.isDigit(offset) || text[offset] == "-") && !text.isAddress(offset)
    }

    /// Whether the number is a year of our time and nothing says that it is a reference.
    private func isYear(_ text: ProofText, _ index: Int) -> Bool {
        let word = text.words[index]
        guard word.range.count == 4, word.folded.hasPrefix("19") || word.folded.hasPrefix("20") else { return false }
        let around = [word.range.lowerBound - 1, word.range.upperBound]
        guard
            !around.contains(where: { text.isLetter($0) || text[$0] == "#" || text[$0] == "-" && text.isLetter($0 - 1) }
            )
        else {
            return false
        }
        guard let before = text.continuation(index)?.before == nil ? nil : text.word(index - 1) else { return true }
        return ![
            "n°", "no", "commande", "order", "reference", "ref", "numero", "number", "facture", "invoice", "dossier",
        ].contains(
            before.folded)
    }
}
