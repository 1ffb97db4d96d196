import IntentEngine

/// Tells in sentences why a decision is what it is, in one language.
struct ReasonWriter: Sendable {
    private let isFrench: Bool
    private let carefulFrom: Int
    private let humanFrom: Int
    /// Titles as they stand inside a sentence, by number of the intent.
    private let intents: [String]
    /// The sentence on each intent up to its points, and on each signal up to its words.
    private let recognised: [String]
    private let signals: [String]
    /// The sentence on each signal that forces a person.
    private let gates: [String]
    /// The sentence on each intent that a person answers, with the team it goes to.
    private let forPerson: [String]
    private let actions: [Moderation.Action?]

    init(policy: Policy, brand: Brand, language: Language) {
        let isFrench = language != .english
        self.isFrench = isFrench
        carefulFrom = policy.carefulFrom
        humanFrom = policy.humanFrom
        intents = policy.intents.map { Self.inSentence($0.title, language) }
        recognised = intents.map { isFrench ? "Demande reconnue\u{A0}: \($0) (" : "Request recognised: \($0) (" }
        let titles = policy.signals.map { Self.inSentence($0.title, language) }
        signals = titles.map { isFrench ? "Signal\u{A0}: \($0)" : "Signal: \($0)" }
        gates = titles.map { isFrench ? "Une personne doit répondre\u{A0}: \($0)." : "A person must answer: \($0)." }
        forPerson = policy.intents.map { intent in
            let team = brand.teams[intent.team].map { Self.inSentence($0.title, language) } ?? intent.team.rawValue
            return isFrench
                ? "Ce type de demande est toujours confié à une personne (\(team))."
                : "Requests of this kind are always handed to a person (\(team))."
        }
        actions = policy.signals.map { $0.moderation?.action }
    }

    func reasons(_ judgement: Judgement, _ message: Message, _ understanding: Understanding) -> [String] {
        var reasons: [String] = []
        reasons.reserveCapacity(understanding.intents.count + understanding.signals.count + 3)
        for match in understanding.intents { reasons.append(recognised(match)) }
        if let cause = cause(of: judgement, understanding) { reasons.append(cause) }
        for signal in understanding.signals { reasons.append(self.signal(signal, in: message.text)) }
        if judgement.disposition != .ignore, judgement.disposition != .moderate {
            if judgement.complexity >= carefulFrom { reasons.append(complexity(judgement.complexity)) }
            if judgement.anger > 0 { reasons.append(anger(judgement.anger)) }
        }
        return reasons
    }

    private func recognised(_ match: IntentMatch) -> String {
        joined(recognised[match.intent], String(match.points), isFrench ? "\u{A0}points)." : " points).")
    }

    private func signal(_ match: SignalMatch, in text: String) -> String {
        guard let range = match.evidence.first?.bytes else { return signals[match.signal] + "." }
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
        let words = text[start..<text.utf8.index(start, offsetBy: range.count)]
        return joined(signals[match.signal] + (isFrench ? " («\u{A0}" : " (“"), words, isFrench ? "\u{A0}»)." : "”).")
    }

    private func joined(_ start: String, _ middle: some StringProtocol, _ end: String) -> String {
        var sentence = ""
        sentence.reserveCapacity(start.utf8.count + middle.utf8.count + end.utf8.count)
        sentence.append(start)
        sentence.append(contentsOf: middle)
        sentence.append(end)
        return sentence
    }

    private func cause(of judgement: Judgement, _ understanding: Understanding) -> String? {
        switch judgement.cause {
        case .understood: return nil
        case .moderated(let signal):
            let action = moderation(actions[signal] ?? .hide)
            return isFrench ? "À modérer\u{A0}: \(action)." : "To be moderated: \(action)."
        case .gate(let signal): return gates[signal]
        case .intentForPerson(let intent): return forPerson[intent]
        case .tooComplex:
            return isFrench ? "Message complexe\u{A0}: une personne doit répondre." : "Complex message: a person must answer."
        case .angryInPublic:
            return isFrench
                ? "Forte colère exprimée en public\u{A0}: une personne doit répondre."
                : "Strong anger in public: a person must answer."
        case .unknown:
            return isFrench ? "Aucune demande reconnue\u{A0}: une personne décide." : "No request recognised: a person decides."
        case .unknownAndDissatisfied:
            return isFrench
                ? "Mécontentement sans demande reconnue\u{A0}: une personne doit répondre."
                : "Dissatisfaction without a recognised request: a person must answer."
        case .ambiguous: return ambiguity(understanding)
        case .otherLanguage:
            return isFrench ? "Langue autre que le français et l’anglais." : "Neither French nor English."
        case .nothingToAnswer: return isFrench ? "Rien à répondre." : "Nothing to answer."
        }
    }

    private func ambiguity(_ understanding: Understanding) -> String {
        let titles = understanding.candidates.prefix(2).map { "\(intents[$0.intent]) (\($0.points))" }
        return isFrench
            ? "Pas assez d’indices pour trancher\u{A0}: \(titles.joined(separator: " ou "))."
            : "Not enough evidence to decide: \(titles.joined(separator: " or "))."
    }

    private func moderation(_ action: Moderation.Action) -> String {
        switch action {
        case .ignore: isFrench ? "ne pas répondre" : "do not answer"
        case .hide: isFrench ? "masquer" : "hide"
        case .report: isFrench ? "masquer et signaler" : "hide and report"
        case .alert: isFrench ? "masquer, signaler et alerter une personne" : "hide, report and alert a person"
        }
    }

    private func complexity(_ score: Int) -> String {
        if score >= humanFrom { return isFrench ? "Complexité\u{A0}: \(score)." : "Complexity: \(score)." }
        return isFrench ? "Complexité\u{A0}: \(score), relecture attentive." : "Complexity: \(score), read carefully."
    }

    private func anger(_ level: Int) -> String {
        isFrench ? "Colère\u{A0}: \(level) sur\u{A0}4." : "Anger: \(level) out of 4."
    }

    /// Titles start with a capital elsewhere; inside a sentence they do not, unless they are initials.
    private static func inSentence(_ titles: [Language: String], _ language: Language) -> String {
        let title = (titles[language] ?? titles[.french] ?? titles[.english] ?? "").typeset
        guard let first = title.first, title.dropFirst().first?.isUppercase != true else { return title }
        return first.lowercased() + title.dropFirst()
    }
}
