extension ProofText {
    /// A fault at `span` that only a person can mend.
    func finding(_ rule: ProofRule.ID, _ span: Range<Int>, _ cause: String, remedy: String) -> ProofFinding {
        ProofFinding(rule: rule, span: span, text: string(span), cause: cause, remedy: remedy, replacement: nil)
    }

    /// A fault at `span` that `replacement` mends for certain.
    func mending(_ rule: ProofRule.ID, _ span: Range<Int>, _ cause: String, _ replacement: String) -> ProofFinding {
        ProofFinding(
            rule: rule, span: span, text: string(span), cause: cause, remedy: replacement, replacement: replacement)
    }

    /// `word` with the case of the word at `index`: a capital first letter, or all capitals.
    func cased(_ word: String, like index: Int) -> String {
        guard let model = self.word(index), model.isCapitalised, let first = word.first else { return word }
        return model.isAllCapitals ? word.uppercased() : first.uppercased() + word.dropFirst()
    }
}
