import IntentEngine

/// Words that sound alike: où and ou, et and est, à and a, sa and ça, tout and tous.
///
/// Only where nothing but the other word can be meant.
struct HomophoneRule: ProofRule {
    let id = "grammar.homophone"
    let languages = RuleLanguages.french
    /// Nouns that are neither a place nor a time, so that no `où` follows them.
    private static let placeless: Set<String> = ["avoir", "echange", "remboursement", "retour", "report", "geste"]
    /// What may follow the second of two things to choose from; behind a relative `où` there would be a verb.
    private static let prepositions: Set<String> = [
        "de", "d'", "du", "des", "sur", "selon", "à", "au", "en", "par", "pour",
    ]
    private static let predicates: Set<String> = [
        "disponible", "disponibles", "indisponible", "epuise", "epuisee", "valable", "pret", "prete", "expedie",
        "expediee", "livre", "livree", "rembourse", "remboursee", "parti", "partie", "arrive", "arrivee", "termine",
        "terminee",
    ]
    private static let determiners: Set<String> = ["ce", "cet", "cette", "le", "la", "l'", "votre", "notre"]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            guard let right = right(text, index) else { return nil }
            return text.finding(
                id, text.words[index].range, "one word for another", remedy: text.cased(right, like: index))
        }
    }

    private func right(_ text: ProofText, _ index: Int) -> String? {
        let word = text.words[index]
        let next = text.continuation(index + 1)
        switch word.lower {
        case "où": return isChoice(text, index) ? "ou" : nil
        case "et": return isPredicate(text, index) ? "est" : nil
        case "à" where next?.lower == "été" && isParticiple(text.continuation(index + 2)): return "a"
        case "a" where next?.folded == "bientot" && !word.isCapitalised: return "à"
        case "a"
        where ["grace", "jusqu'", "quant"].contains(text.word(index - 1)?.folded) && word.before.continuesPhrase:
            return "à"
        case "sa"
        where text.isSentenceStart(index) && ["vous", "ne", "n'", "va", "me", "nous", "se", "y"].contains(next?.folded):
            return "ça"
        case "tout" where next?.folded == "les": return "tous"
        case "tous" where next?.folded == "le" && isWhole(text.continuation(index + 2)): return "tout"
        case "quand"
        where (next?.lower == "à" || next?.folded == "aux") && text.continuation(index + 2)?.kind == .letters:
            return "quant"
        case "gène" where ["la", "cette", "toute", "une"].contains(text.word(index - 1)?.folded): return "gêne"
        case "des" where next?.folded == "que" && text.continuation(index + 2)?.folded == "possible": return "dès"
        default: return nil
        }
    }

    /// `un avoir où un échange`
    private func isChoice(_ text: ProofText, _ index: Int) -> Bool {
        guard let before = text.word(index - 1), text.words[index].before == .spaces,
            Self.placeless.contains(before.folded), let article = text.continuation(index + 1),
            article.folded == "un" || article.folded == "une", text.continuation(index + 2) != nil
        else { return false }
        return text.continuation(index + 3).map { Self.prepositions.contains($0.lower) } ?? true
    }

    /// « tous le monde », yet « tous le savent »
    private func isWhole(_ noun: ProofWord?) -> Bool {
        ["monde", "temps", "reste", "personnel", "stock"].contains(noun?.folded)
    }

    /// `Ce modèle et disponible`
    private func isPredicate(_ text: ProofText, _ index: Int) -> Bool {
        guard let sentence = text.sentence(ofWord: index), let next = text.continuation(index + 1),
            Self.predicates.contains(next.folded), index - sentence.words.lowerBound == 2,
            text.words[index].before == .spaces, text.continuation(index - 1) != nil
        else { return false }
        return Self.determiners.contains(text.words[index - 2].folded)
    }

    private func isParticiple(_ word: ProofWord?) -> Bool {
        guard let word else { return false }
        return ["é", "ée", "és", "ées", "is", "it", "ite", "u", "ue", "us", "ues", "ise"].contains {
            word.lower.hasSuffix($0)
        }
    }
}
