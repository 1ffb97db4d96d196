public import IntentEngine

/// Understands, decides and drafts: the way of a message up to its decision, with no store and no clock.
///
/// A value with scratch memory; keep one for each thread. The same messages in the same order give the same bytes.
public struct MessageDesk: Sendable {
    public let rulebook: Rulebook
    public let decider: Decider
    /// The rules' hash, as decisions carry it.
    public let hash: String
    private var recognizer: Recognizer
    var drafts: DraftWriter
    private var writer: DecisionWriter
    /// For what would leave without a person's having read it.
    private let speller: SpellingRule?
    let promises: PromiseReader

    public init(
        rulebook: Rulebook, policy: Policy, brand: Brand, library: ReplyLibrary, hash: String, proofreader: Proofreader = Proofreader(),
        spelling: (any SpellingDictionary)? = nil
    ) {
        self.rulebook = rulebook
        self.hash = hash
        decider = Decider(policy: policy, brand: brand)
        recognizer = Recognizer(rulebook)
        drafts = DraftWriter(library: library, policy: policy, brand: brand, proofreader: proofreader)
        speller = spelling.map { SpellingRule(dictionary: $0) }
        promises = PromiseReader(brand)
        writer = DecisionWriter(rulebook: rulebook, hash: hash, zone: brand.openingHours.zone)
    }

    /// What `message` says.
    public mutating func understand(_ message: Message) -> Understanding {
        var understanding = recognizer.understand(message.text, context(of: message))
        complete(&understanding)
        return understanding
    }

    /// What policy makes of signals once all of the message is known.
    private func complete(_ understanding: inout Understanding) {
        dropSmallSums(&understanding)
        addSeveralProblems(&understanding)
    }

    /// Sets the signal of several problems where the message tells of them, whatever its words; the second is the evidence.
    private func addSeveralProblems(_ understanding: inout Understanding) {
        guard let signal = decider.policy.severalProblems(understanding),
            !understanding.signals.contains(where: { $0.signal == signal })
        else { return }
        let second = understanding.intents.filter { decider.policy.weighs($0) }.dropFirst().first
        understanding.signals.append(
            SignalMatch(signal: signal, level: 1, evidence: second.map { Array($0.evidence.prefix(1)) } ?? []))
    }

    /// Takes out signals that count from a larger sum than they name, or than the message does where they name none.
    private func dropSmallSums(_ understanding: inout Understanding) {
        guard !understanding.signals.isEmpty, understanding.entities.contains(where: { $0.kind == .amount }) else { return }
        let (policies, whole) = (decider.policy.signals, understanding)
        understanding.signals.removeAll { match in
            guard let least = policies[match.signal].amountSteps.first?.least, let sum = whole.sum(of: match) else { return false }
            return sum < least
        }
    }

    private func context(of message: Message) -> Recognizer.Context {
        var context = Recognizer.Context(languageHint: message.language)
        if let sentAt = message.sentAt {
            context.sentOn = decider.brand.openingHours.zone.day(at: sentAt)
        }
        context.fallback = decider.brand.defaultLanguage
        return context
    }

    /// How `message` was read and scored.
    public mutating func explain(_ message: Message) -> Explanation {
        var explanation = recognizer.explain(message.text, context(of: message))
        complete(&explanation.understanding)
        return explanation
    }

    /// The decision on an understood message, with its draft.
    ///
    /// - Parameter exchange: What has passed before in its conversation. Once enough was said in public nothing more is proposed for it.
    public mutating func decide(
        _ message: Message, _ understanding: Understanding, after exchange: Exchange = Exchange(), used: inout UsedTexts
    ) -> Decision {
        let judged = decider.decide(message, understanding, after: exchange, isAlarmed: isAlarmed(understanding, exchange))
        if judged.disposition == .send { return decideUnread(message, understanding, judged, used: &used) }
        let draft = exchange.isExhausted(message.visibility) ? nil : drafts.write(message, understanding, judged, used: &used)
        var decision = consume judged
        decision.draft = draft
        return decision
    }

    /// Whether an alarm stands for what the message is about, where the house wants alarms.
    private func isAlarmed(_ understanding: Understanding, _ exchange: Exchange) -> Bool {
        if exchange.alarms.isEmpty || decider.policy.alarm == nil { return false }
        return exchange.alarms.contains(understanding.intents.first.map { rulebook.intents[$0.intent] } ?? "")
    }

    /// A draft with a finding never leaves by itself: it is written anew for a person to read.
    private mutating func decideUnread(
        _ message: Message, _ understanding: Understanding, _ judged: Decision, used: inout UsedTexts
    ) -> Decision {
        var decision = judged
        var usedUnread = used
        decision.draft = drafts.write(message, understanding, decision, used: &usedUnread).map(spelled)
        if decision.draft?.findings.isEmpty == true {
            used = usedUnread
        } else {
            decision.disposition = .draft
            decision.draft = drafts.write(message, understanding, decision, used: &used).map(spelled)
        }
        return decision
    }

    /// The draft with the words that no dictionary knows among its findings.
    private func spelled(_ draft: Draft) -> Draft {
        guard let speller, draft.findings.isEmpty, Language.ruled.contains(draft.language) else { return draft }
        let context = ProofContext(language: draft.language, visibility: draft.visibility)
        let findings = speller.check(ProofText(draft.text, draft.language), context)
        return findings.isEmpty
            ? draft
            : Draft(
                text: draft.text, language: draft.language, visibility: draft.visibility, template: draft.template, findings: findings)
    }

    /// Appends the decision's line to `output`.
    mutating func writeLine(
        _ reading: MessageReader.Reading, _ understanding: Understanding, _ decision: Decision, hidden: [Range<Int>],
        to output: inout [UInt8]
    ) {
        writer.write(reading, understanding, decision, hidden: hidden, to: &output)
    }

    /// Understands, decides and appends the decision's line to `output`.
    public mutating func answer(_ reading: MessageReader.Reading, used: inout UsedTexts, to output: inout [UInt8]) {
        let understanding = understand(reading.message)
        let decision = decide(reading.message, understanding, used: &used)
        writer.write(reading, understanding, decision, to: &output)
    }
}
