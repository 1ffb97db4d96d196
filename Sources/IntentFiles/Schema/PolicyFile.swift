import Desk
import IntentEngine
import Yams

/// `policy.yaml`: what follows from signals, thresholds, and which intents may leave unreviewed.
struct PolicyFile {
    var thresholds = Thresholds()
    var weights = ComplexityWeights()
    var carefulFrom = 30
    var humanFrom = 60
    var provenFrom = 0
    var clearLead = 0
    var concernFrom = 6
    var unknown = UnknownPolicy()
    var severalInPublic: String?
    var alarm: AlarmRule? = AlarmRule()
    /// Where the alarm names its holding reply; nil where it does not.
    var alarmHolding: SourcePlace?
    var signals: [String: SignalPolicy] = [:]
    /// Intents whose draft may leave unreviewed, with where that is said.
    var send: [(name: String, place: SourcePlace)] = []
    /// Where each signal's line stands, for findings.
    var places: [String: SourcePlace] = [:]

    static let keys = ["thresholds", "complexity", "unknown", "several_in_public", "alarm", "signals", "send"]
}

extension YAMLReader {
    mutating func policy(_ document: Node) -> PolicyFile {
        let fields = fields(document, "the policy", known: PolicyFile.keys)
        var policy = PolicyFile()
        readThresholds(fields["thresholds"], &policy)
        readComplexity(fields["complexity"], &policy)
        readUnknown(fields["unknown"], &policy)
        policy.severalInPublic = text(fields["several_in_public"], "several_in_public")
        readAlarm(fields["alarm"], &policy)
        // The order in which signals are listed is the order of owners.
        for (precedence, pair) in pairs(fields["signals"], "signals").enumerated() {
            policy.signals[pair.name] = signalPolicy(pair.value, precedence: precedence)
            policy.places[pair.name] = place(of: pair.key)
        }
        for item in items(fields["send"], "send") {
            if let name = text(item, "the name of an intent") { policy.send.append((name, place(of: item))) }
        }
        return policy
    }

    private mutating func readThresholds(_ node: Node?, _ policy: inout PolicyFile) {
        let fields = fields(
            node, "thresholds",
            known: ["points", "margin", "intents", "candidates", "signal", "proof", "clear", "concern", "careful", "human"])
        policy.thresholds.points = integer(fields["points"], "points", in: 1...100) ?? policy.thresholds.points
        policy.thresholds.margin = integer(fields["margin"], "margin", in: 0...100) ?? policy.thresholds.margin
        policy.thresholds.intents = integer(fields["intents"], "intents", in: 1...5) ?? policy.thresholds.intents
        policy.thresholds.candidates = integer(fields["candidates"], "candidates", in: 0...10) ?? policy.thresholds.candidates
        policy.thresholds.signal = integer(fields["signal"], "signal", in: 1...100) ?? policy.thresholds.signal
        policy.carefulFrom = integer(fields["careful"], "careful", in: 0...1000) ?? policy.carefulFrom
        policy.humanFrom = integer(fields["human"], "human", in: 0...1000) ?? policy.humanFrom
        policy.provenFrom = integer(fields["proof"], "proof", in: 0...100) ?? policy.provenFrom
        policy.clearLead = integer(fields["clear"], "clear", in: 0...100) ?? policy.clearLead
        policy.concernFrom = integer(fields["concern"], "concern", in: 1...100) ?? policy.concernFrom
    }

    private mutating func readComplexity(_ node: Node?, _ policy: inout PolicyFile) {
        let fields = fields(
            node, "complexity",
            known: [
                "anger", "further_problem", "long", "public_dissatisfaction", "satisfaction", "further_cue_percent", "most_cues_percent",
                "repeated",
            ])
        let range = 0...1000
        policy.weights.perAngerLevel = integer(fields["anger"], "anger", in: range) ?? policy.weights.perAngerLevel
        policy.weights.perFurtherProblem =
            integer(fields["further_problem"], "further_problem", in: range) ?? policy.weights.perFurtherProblem
        policy.weights.long = integer(fields["long"], "long", in: range) ?? policy.weights.long
        policy.weights.publicDissatisfaction =
            integer(fields["public_dissatisfaction"], "public_dissatisfaction", in: range) ?? policy.weights.publicDissatisfaction
        policy.weights.repeated = integer(fields["repeated"], "repeated", in: range) ?? policy.weights.repeated
        policy.weights.satisfaction = integer(fields["satisfaction"], "satisfaction", in: range) ?? policy.weights.satisfaction
        policy.weights.furtherCuePercent =
            integer(fields["further_cue_percent"], "further_cue_percent", in: range) ?? policy.weights.furtherCuePercent
        policy.weights.mostCuesPercent =
            integer(fields["most_cues_percent"], "most_cues_percent", in: range) ?? policy.weights.mostCuesPercent
    }

    private mutating func readUnknown(_ node: Node?, _ policy: inout PolicyFile) {
        let fields = fields(
            node, "unknown", known: ["team", "priority", "dissatisfied_priority", "holding", "other_language_holding"])
        let priorities = ["P1", "P2", "P3", "P4"]
        policy.unknown.team =
            choice(fields["team"], "team", Team.allCases.map(\.rawValue), Team.init(rawValue:)) ?? policy.unknown.team
        policy.unknown.priority = choice(fields["priority"], "priority", priorities, Priority.init(name:)) ?? policy.unknown.priority
        policy.unknown.dissatisfiedPriority =
            choice(fields["dissatisfied_priority"], "priority", priorities, Priority.init(name:)) ?? policy.unknown.dissatisfiedPriority
        policy.unknown.holding = text(fields["holding"], "holding")
        policy.unknown.otherLanguageHolding = text(fields["other_language_holding"], "other_language_holding")
    }

    private mutating func signalPolicy(_ node: Node, precedence: Int) -> SignalPolicy {
        let fields = fields(
            node, "a signal's policy",
            known: [
                "weight", "gate", "priority", "team", "moderate", "unless_request", "unless_concern", "public_only", "anger",
                "closes", "holding",
                "from_amount", "polarity", "ironic", "sensitive", "from_problems", "on_call",
            ])
        var policy = SignalPolicy(title: [:], precedence: precedence)
        policy.weight = integer(fields["weight"], "weight", in: 0...1000) ?? 0
        policy.isGate = flag(fields["gate"], "gate") ?? false
        policy.priority = choice(fields["priority"], "priority", ["P1", "P2", "P3", "P4"], Priority.init(name:))
        policy.team = choice(fields["team"], "team", Team.allCases.map(\.rawValue), Team.init(rawValue:))
        let actions = Moderation.Action.allCases.map(\.rawValue)
        if let action = choice(fields["moderate"], "moderation", actions, Moderation.Action.init(rawValue:)) {
            policy.moderation = Moderation(
                action: action, yieldsTo: yields(fields), isForPublic: flag(fields["public_only"], "public_only") ?? false)
        }
        policy.isAnger = flag(fields["anger"], "anger") ?? false
        policy.closesExchange = flag(fields["closes"], "closes") ?? false
        policy.holding = text(fields["holding"], "holding")
        policy.amountSteps = amountSteps(fields["from_amount"], weight: policy.weight)
        policy.weight = policy.amountSteps.last?.weight ?? policy.weight
        policy.mostPolarity = integer(fields["polarity"], "polarity", in: -2...0)
        policy.isIronic = flag(fields["ironic"], "ironic") ?? false
        policy.leastProblems = integer(fields["from_problems"], "from_problems", in: 2...5)
        policy.isOnCall = flag(fields["on_call"], "on_call") ?? false
        policy.isSensitive = flag(fields["sensitive"], "sensitive") ?? false
        return policy
    }

    private mutating func yields(_ fields: [String: Node]) -> Moderation.Beside? {
        if flag(fields["unless_concern"], "unless_concern") ?? false { return .concern }
        return flag(fields["unless_request"], "unless_request") ?? false ? .request : nil
    }

    /// `300`, which leaves the weight as it is, or `{300: 20, 1000: 40}`.
    private mutating func amountSteps(_ node: Node?, weight: Int) -> [AmountStep] {
        guard let node else { return [] }
        let range = 0...1_000_000
        guard case .mapping = node else {
            return integer(node, "from_amount", in: range).map { [AmountStep(least: $0, weight: weight)] } ?? []
        }
        let steps = pairs(node, "from_amount").compactMap { _, key, value -> AmountStep? in
            guard let least = integer(key, "an amount", in: range), let weight = integer(value, "weight", in: 0...1000) else { return nil }
            return AmountStep(least: least, weight: weight)
        }
        return steps.sorted { $0.least < $1.least }
    }
}
