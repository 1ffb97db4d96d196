import IntentEngine

/// One register in a reply: no `vous` where the brand says `tu`, and no `on` or `salut` where it says `vous`.
///
/// `F28` holds the other half, `tu` in a reply that says `vous`.
struct RegisterRule: ProofRule {
    let id = "register"
    let languages = RuleLanguages.french
    private static let formal: [String: String] = [
        "vous": "tu", "votre": "ton", "vos": "tes", "votres": "tiens",
    ]
    /// Words in -ez that are no verb.
    private static let unconjugated: Set<String> = ["chez", "assez", "nez", "rez", "riz"]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            switch context.register {
            case .tu:
                guard let remedy = familiar(text, index) else { return nil }
                return text.finding(id, word.range, "vous in a tu reply", remedy: remedy)
            case .vous:
                if word.folded == "on", word.kind == .letters, !word.isAllCapitals {
                    return text.finding(id, word.range, "on for the brand", remedy: "nous")
                }
                guard word.folded == "salut", text.isSentenceStart(index), index == 0 else { return nil }
                return text.finding(id, word.range, "familiar greeting", remedy: "Bonjour")
            }
        }
    }

    private func familiar(_ text: ProofText, _ index: Int) -> String? {
        let word = text.words[index]
        guard !isRendezVous(text, index) else { return nil }
        if let remedy = Self.formal[word.folded] { return remedy }
        guard word.lower.hasSuffix("ez"), word.range.count > 3, !Self.unconjugated.contains(word.folded),
            !word.isCapitalised || text.isSentenceStart(index)
        else { return nil }
        return "the form in tu"
    }

    private func isRendezVous(_ text: ProofText, _ index: Int) -> Bool {
        let word = text.words[index]
        if word.folded == "rendez" {
            return text.word(index + 1)?.folded == "vous" && text.word(index + 1)?.before == .hyphen
                && !isImperative(text, index)
        }
        return word.folded == "vous" && word.before == .hyphen && text.word(index - 1)?.folded == "rendez"
            && !isImperative(text, index - 1)
    }

    /// « Rendez-vous en boutique » is an order at the start of a sentence, and an appointment elsewhere.
    private func isImperative(_ text: ProofText, _ index: Int) -> Bool { text.isSentenceStart(index) }
}
