import IntentEngine

/// Tells in sentences why a decision is what it is, in one language.
struct ReasonWriter: Sendable {
    let isFrench: Bool
    private let carefulFrom: Int
    private let humanFrom: Int
    /// Titles as they stand inside a sentence, by number of the intent.
    let intents: [String]
    let signalTitles: [String]
    /// The sentence on each intent up to its points, and on each signal up to its words; bytes of JSON strings.
    private let recognised: ByteRows
    private let signals: ByteRows
    /// The sentence on each signal that forces a person.
    let gates: [String]
    /// The sentence on each intent that a person answers, with the team it goes to.
    let forPerson: [String]
    private let actions: [Moderation.Action?]

    init(policy: Policy, brand: Brand, language: Language) {
        let isFrench = language != .english
        self.isFrench = isFrench
        carefulFrom = policy.carefulFrom
        humanFrom = policy.humanFrom
        intents = policy.intents.map { Self.inSentence($0.title, language) }
        recognised = Self.rows(intents.map { Self.requestStart($0, isFrench) })
        signalTitles = policy.signals.map { Self.inSentence($0.title, language) }
        signals = Self.rows(signalTitles.map { Self.signalStart($0, isFrench) })
        gates = signalTitles.map { isFrench ? "Une personne doit répondre\u{A0}: \($0)." : "A person must answer: \($0)." }
        forPerson = policy.intents.map { intent in
            let team = brand.teams[intent.team].map { Self.inSentence($0.title, language) } ?? intent.team.rawValue
            return isFrench
                ? "Ce type de demande est toujours confié à une personne (\(team))."
                : "Requests of this kind are always handed to a person (\(team))."
        }
        actions = policy.signals.map { $0.moderation?.action }
    }

    /// What is said of a request up to its points, and of a signal up to its words.
    private static func requestStart(_ title: String, _ isFrench: Bool) -> String {
        isFrench ? "Demande reconnue\u{A0}: \(title) (" : "Request recognised: \(title) ("
    }

    private static func signalStart(_ title: String, _ isFrench: Bool) -> String {
        isFrench ? "Signal\u{A0}: \(title)" : "Signal: \(title)"
    }

    func requestStart(_ title: String) -> String { Self.requestStart(title, isFrench) }
    func signalStart(_ title: String) -> String { Self.signalStart(title, isFrench) }

    private static func rows(_ starts: [String]) -> ByteRows {
        ByteRows(
            starts.map { start in
                var line = LineWriter(room: 256)
                start.withBytes { line.escaped($0) }
                return Array(line.written)
            })
    }

    /// The reasons as JSON strings with commas between them.
    func reasons(_ judgement: Judgement, _ message: Message, _ understanding: Understanding) -> [UInt8] {
        var line = LineWriter(room: 960)
        for match in understanding.intents {
            startSentence(&line)
            recognised.withRow(match.intent) { line.append($0) }
            line.number(match.points)
            line.literal(isFrench ? "\u{A0}points).\"" : " points).\"")
        }
        if let cause = cause(judgement.cause, understanding) {
            if line.count > 0 { line.append(UInt8(ascii: ",")) }
            line.string(cause)
        }
        if judgement.isAlarmed {
            line.literal(line.count > 0 ? "," : "")
            line.string(alarm)
        }
        for match in understanding.signals { write(match, message.text, &line) }
        if judgement.disposition != .ignore, judgement.disposition != .moderate {
            if judgement.isRepeat {
                line.literal(line.count > 0 ? "," : "")
                line.string(repetition)
            }
            if judgement.complexity >= carefulFrom { write(complexity: judgement.complexity, &line) }
            if judgement.anger > 0 { write(anger: judgement.anger, &line) }
        }
        return Array(line.written)
    }

    private func startSentence(_ line: inout LineWriter) { line.literal(line.count > 0 ? ",\"" : "\"") }

    private func write(_ match: SignalMatch, _ text: String, _ line: inout LineWriter) {
        startSentence(&line)
        signals.withRow(match.signal) { line.append($0) }
        guard let words = match.evidence.first?.bytes else { return line.literal(".\"") }
        line.literal(isFrench ? " («\u{A0}" : " (“")
        text.withBytes { line.escaped(UnsafeBufferPointer(rebasing: $0[words])) }
        line.literal(isFrench ? "\u{A0}»).\"" : "”).\"")
    }

    var alarm: String {
        isFrench
            ? "Alerte en cours\u{A0}: bien plus de clients mécontents que d’ordinaire à ce sujet, sur ce compte. Une personne doit répondre."
            : "An alarm stands: far more customers than usual are dissatisfied with this, on this account. A person must answer."
    }

    var repetition: String {
        isFrench
            ? "Relance\u{A0}: déjà écrit depuis moins de 72\u{A0}heures, sans réponse d’une personne."
            : "Asked again: wrote within the last 72 hours and had no answer of a person."
    }

    private func write(complexity: Int, _ line: inout LineWriter) {
        startSentence(&line)
        line.literal(isFrench ? "Complexité\u{A0}: " : "Complexity: ")
        line.number(complexity)
        if complexity >= humanFrom { return line.literal(".\"") }
        line.literal(isFrench ? ", relecture attentive.\"" : ", read carefully.\"")
    }

    private func write(anger: Int, _ line: inout LineWriter) {
        startSentence(&line)
        line.literal(isFrench ? "Colère\u{A0}: " : "Anger: ")
        line.number(anger)
        line.literal(isFrench ? " sur\u{A0}4.\"" : " out of 4.\"")
    }

    /// - Parameter understanding: What is undecided between; nil leaves that out.
    func cause(_ cause: Judgement.Cause, _ understanding: Understanding?) -> String? {
        switch cause {
        case .understood: return nil
        case .moderated(let signal):
            return moderated(actions[signal] ?? .hide)
        case .insultBesideConcern:
            return isFrench
                ? "Insulte à côté d’un problème ou d’une demande\u{A0}: une personne doit répondre."
                : "An insult beside a problem or a request: a person must answer."
        case .gate(let signal): return gates[signal]
        case .intentForPerson(let intent): return forPerson[intent]
        case .tooComplex:
            return isFrench ? "Message complexe\u{A0}: une personne doit répondre." : "Complex message: a person must answer."
        case .severalProblems:
            return isFrench
                ? "Plusieurs problèmes dans un message\u{A0}: une personne doit répondre."
                : "Several problems in one message: a person must answer."
        case .angryInPublic:
            return isFrench
                ? "Forte colère exprimée en public\u{A0}: une personne doit répondre."
                : "Strong anger in public: a person must answer."
        case .manyRequests(let count):
            return isFrench
                ? "\(count)\u{A0}demandes dans un message\u{A0}: une personne doit répondre."
                : "\(count) requests in one message: a person must answer."
        case .doubtfulCourtesy:
            return isFrench
                ? "Politesse au milieu d’autre chose\u{A0}: une personne doit répondre."
                : "Courtesy amid something else: a person must answer."
        case .doubtfulRequest:
            return isFrench
                ? "Éloge sans question\u{A0}: une personne décide s’il y a une demande."
                : "Praise without a question: a person decides whether anything is asked."
        case .guessed:
            return isFrench
                ? "Demande devinée à des mots isolés\u{A0}: une personne décide."
                : "Request guessed from single words: a person decides."
        case .unknown:
            return isFrench ? "Aucune demande reconnue\u{A0}: une personne décide." : "No request recognised: a person decides."
        case .unknownAndDissatisfied:
            return isFrench
                ? "Mécontentement sans demande reconnue\u{A0}: une personne doit répondre."
                : "Dissatisfaction without a recognised request: a person must answer."
        case .ambiguous: return understanding.map(ambiguity)
        case .saidInPublic:
            return isFrench
                ? "Deux réponses publiques déjà données\u{A0}: suite en privé, par une personne."
                : "Two public replies were given: a person goes on in private."
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

    func moderated(_ action: Moderation.Action) -> String {
        isFrench ? "À modérer\u{A0}: \(moderation(action))." : "To be moderated: \(moderation(action))."
    }

    private func moderation(_ action: Moderation.Action) -> String {
        switch action {
        case .ignore: isFrench ? "ne pas répondre" : "do not answer"
        case .hide: isFrench ? "masquer" : "hide"
        case .report: isFrench ? "masquer et signaler" : "hide and report"
        case .alert: isFrench ? "masquer, signaler et alerter une personne" : "hide, report and alert a person"
        }
    }

    /// Titles start with a capital elsewhere; inside a sentence they do not, unless they are initials.
    private static func inSentence(_ titles: [Language: String], _ language: Language) -> String {
        let title = (titles[language] ?? titles[.french] ?? titles[.english] ?? "").typeset
        guard let first = title.first, title.dropFirst().first?.isUppercase != true else { return title }
        return first.lowercased() + title.dropFirst()
    }
}
