import IntentEngine

/// Tells in sentences why a decision is what it is, in one language.
struct ReasonWriter: Sendable {
    private let isFrench: Bool
    private let carefulFrom: Int
    private let humanFrom: Int
    /// Titles as they stand inside a sentence, by number of the intent and the signal.
    private let intents: [String]
    private let signals: [String]
    /// The team each intent goes to.
    private let teams: [String]
    private let actions: [Moderation.Action?]

    init(policy: Policy, brand: Brand, language: Language) {
        isFrench = language != .english
        carefulFrom = policy.carefulFrom
        humanFrom = policy.humanFrom
        intents = policy.intents.map { Self.inSentence($0.title, language) }
        signals = policy.signals.map { Self.inSentence($0.title, language) }
        teams = policy.intents.map { intent in
            brand.teams[intent.team].map { Self.inSentence($0.title, language) } ?? intent.team.rawValue
        }
        actions = policy.signals.map { $0.moderation?.action }
    }

    func reasons(_ judgement: Judgement, _ message: Message) -> [String] {
        var reasons: [String] = []
        let understanding = judgement.understanding
        for match in understanding.intents { reasons.append(recognised(match)) }
        if let cause = cause(of: judgement) { reasons.append(cause) }
        for signal in understanding.signals { reasons.append(self.signal(signal, in: message)) }
        if judgement.disposition != .ignore, judgement.disposition != .moderate {
            if judgement.complexity >= carefulFrom { reasons.append(complexity(judgement.complexity)) }
            if judgement.anger > 0 { reasons.append(anger(judgement.anger)) }
        }
        return reasons
    }

    private func recognised(_ match: IntentMatch) -> String {
        let title = intents[match.intent]
        return isFrench
            ? "Demande reconnue\u{A0}: \(title) (\(match.points)\u{A0}points)."
            : "Request recognised: \(title) (\(match.points) points)."
    }

    private func signal(_ match: SignalMatch, in message: Message) -> String {
        let title = signals[match.signal]
        let words = match.evidence.first.map { quoted(message.text, $0.bytes) } ?? ""
        return isFrench ? "Signal\u{A0}: \(title)\(words)." : "Signal: \(title)\(words)."
    }

    private func quoted(_ text: String, _ range: Range<Int>) -> String {
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
        let quote = text[start..<text.utf8.index(start, offsetBy: range.count)]
        return isFrench ? " («\u{A0}\(quote)\u{A0}»)" : " (“\(quote)”)"
    }

    private func cause(of judgement: Judgement) -> String? {
        switch judgement.cause {
        case .understood: return nil
        case .moderated(let signal):
            let action = moderation(actions[signal] ?? .hide)
            return isFrench ? "À modérer\u{A0}: \(action)." : "To be moderated: \(action)."
        case .gate(let signal):
            let title = signals[signal]
            return isFrench ? "Une personne doit répondre\u{A0}: \(title)." : "A person must answer: \(title)."
        case .intentForPerson(let intent):
            let team = teams[intent]
            return isFrench
                ? "Ce type de demande est toujours confié à une personne (\(team))."
                : "Requests of this kind are always handed to a person (\(team))."
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
        case .ambiguous: return ambiguity(judgement.understanding)
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
