import IntentEngine

/// F20: a subject behind its verb is joined by a hyphen: `pouvez-vous`, `a-t-il`, `est-ce que`.
struct InversionRule: ProofRule {
    let id = "F20"
    let languages = RuleLanguages.french
    private static let formal: Set<String> = [
        "pouvez", "pourriez", "avez", "souhaitez", "souhaiteriez", "auriez", "etes", "voulez", "voudriez", "serait",
        "savez", "seriez", "aimeriez", "preferez", "disposez", "confirmez", "acceptez",
    ]
    private static let familiar: Set<String> = [
        "peux", "pourrais", "as", "veux", "souhaites", "sais", "es", "aurais", "voudrais",
    ]
    private static let thirdPersons: Set<String> = ["il", "elle", "on", "ils", "elles"]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { unhyphened(text, $0) ?? euphonic(text, $0) ?? interrogative(text, $0) }
    }

    /// `Pouvez vous préciser ?`
    private func unhyphened(_ text: ProofText, _ index: Int) -> ProofFinding? {
        let verb = text.words[index]
        guard let subject = text.continuation(index + 1), subject.before == .spaces,
            subject.lower == "vous" && Self.formal.contains(verb.folded)
                || subject.lower == "tu" && Self.familiar.contains(verb.folded),
            text.sentence(ofWord: index)?.stop == "?", !hasSubject(text, index)
        else { return nil }
        return text.finding(
            id, text.span(index..<index + 2), "hyphen missing", remedy: "\(text.string(verb.range))-\(subject.lower)")
    }

    /// Whether the verb has its subject before it already: « Si vous pouvez vous connecter… ? »
    private func hasSubject(_ text: ProofText, _ index: Int) -> Bool {
        var before = index - 1
        while text.words[before + 1].before.continuesPhrase, let word = text.word(before) {
            if ["vous", "tu", "qui", "nous"].contains(word.folded) { return true }
            guard ["ne", "n'", "le", "la", "les", "l'", "y", "en"].contains(word.folded) else { return false }
            before -= 1
        }
        return false
    }

    /// `a t-il`, `a-t'il`
    private func euphonic(_ text: ProofText, _ index: Int) -> ProofFinding? {
        guard let link = text.continuation(index + 1), link.folded == "t" || link.folded == "t'",
            let subject = text.continuation(index + 2), Self.thirdPersons.contains(subject.folded),
            link.folded == "t'" || link.before == .hyphen || subject.before == .hyphen,
            link.folded == "t'" || link.before != .hyphen || subject.before != .hyphen
        else { return nil }
        let right = "\(text.string(text.words[index].range))-t-\(subject.lower)"
        return text.finding(id, text.span(index..<index + 3), "hyphens missing", remedy: right)
    }

    /// `est ce que`
    private func interrogative(_ text: ProofText, _ index: Int) -> ProofFinding? {
        guard text.words[index].folded == "est", let ce = text.continuation(index + 1), ce.folded == "ce",
            ce.before == .spaces,
            let que = text.continuation(index + 2), ["que", "qu'", "qui"].contains(que.folded),
            text.word(index - 1)?.folded != "c'",
            text.sentence(ofWord: index)?.stop == "?"
        else { return nil }
        return text.finding(
            id, text.span(index..<index + 2), "hyphen missing", remedy: text.cased("est-ce", like: index))
    }
}
