import IntentEngine

/// One class of phrases a brand does not say.
struct NeverSayRule: ProofRule {
    let kind: NeverSayClass
    let languages = RuleLanguages.both
    var id: ID { kind.id }

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        guard let matches = NeverSayList.tables[text.language]?[kind]?.matches(in: text), !matches.isEmpty else {
            return []
        }
        let allowed = PhraseTable(phrases: context.allowedPromises.sorted())
        var seen: [String: Int] = [:]
        var end = 0
        return matches.compactMap { match in
            // A phrase inside another has been said with it.
            guard match.words.lowerBound >= end else { return nil }
            seen[match.payload.phrase, default: 0] += 1
            guard applies(match, text, context, times: seen[match.payload.phrase] ?? 1), !allowed.covers(match.words, in: text),
                NeverSayList.contexts[text.language]?.covers(match.words, in: text) != true
            else { return nil }
            end = match.words.upperBound
            return text.finding(id, text.span(match.words), kind.cause, remedy: match.payload.remedy)
        }
    }

    private func applies(
        _ match: PhraseTable<NeverSayEntry>.Match, _ text: ProofText, _ context: ProofContext, times: Int
    ) -> Bool {
        switch match.payload.condition {
        case .always: true
        case .withoutTerm:
            text.sentence(ofWord: match.words.lowerBound).map { !DelayTerm.isGiven(in: $0, of: text) } ?? true
        case .firstSentence: text.sentence(ofWord: match.words.lowerBound) == firstSentence(text)
        case .secondTime: times > 1
        case .unread: context.leavesUnread
        }
    }

    /// The first sentence that says more than good day.
    private func firstSentence(_ text: ProofText) -> ProofSentence? {
        text.sentences.first { sentence in
            guard sentence.role == .body, let first = text.word(sentence.words.lowerBound) else { return false }
            return sentence.words.count > 4 || !LineScanner.greetings.contains(first.folded)
        }
    }
}

extension NeverSayClass {
    /// What a finding of the class says.
    fileprivate var cause: String {
        switch self {
        case .blame: "blames the customer"
        case .order: "gives an order"
        case .liability: "admits liability"
        case .promise: "promises without authority"
        case .vagueDelay: "no real delay"
        case .minimising: "makes light of the matter"
        case .bureaucratic: "office language"
        case .cliche: "empty phrase"
        case .familiarity: "too familiar"
        case .sensitive: "not ours to say"
        case .identity: "pretends to be a person"
        }
    }
}
