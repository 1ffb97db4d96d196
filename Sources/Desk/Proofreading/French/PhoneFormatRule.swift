import IntentEngine

/// F23: a French telephone number is written in pairs parted by no-break spaces.
struct PhoneFormatRule: ProofRule {
    let id = "F23"
    let languages = RuleLanguages.french
    /// Words that make ten digits in a row something else than a telephone number.
    private static let codeWords: Set<String> = [
        "commande", "colis", "suivi", "reference", "ref", "facture", "dossier", "contrat", "client", "n°",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        PhoneScanner.phones(in: text).compactMap { phone in
            guard phone.isFrench, phone.isGrouped || !isCode(phone, text) else { return nil }
            let right = pairs(phone, String(context.typography.fixedSpace))
            guard text.string(phone.range) != right else { return nil }
            return text.mending(id, phone.range, "number not in pairs", right)
        }
    }

    private func pairs(_ phone: PhoneScanner.Phone, _ space: String) -> String {
        var digits = phone.national[...]
        var parts: [String] = []
        if let prefix = phone.prefix {
            parts.append(prefix)
            parts.append(String(digits.removeFirst()))
        }
        while !digits.isEmpty {
            parts.append(String(digits.prefix(2)))
            digits = digits.dropFirst(2)
        }
        return parts.joined(separator: space)
    }

    private func isCode(_ phone: PhoneScanner.Phone, _ text: ProofText) -> Bool {
        let before = text.words.filter { $0.range.upperBound <= phone.range.lowerBound }.suffix(4)
        return before.contains { Self.codeWords.contains($0.folded) }
    }
}
