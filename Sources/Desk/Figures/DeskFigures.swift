public import IntentEngine

/// What a desk did in a period, in numbers. Nothing of any customer is in them.
public struct DeskFigures: Sendable, Hashable {
    public let period: FigurePeriod
    /// Every day of the period, in order.
    public let days: [DayFigures]
    /// Most first, then by name.
    public let channels: [NamedFigure]
    /// Teams by their name in files.
    public let teams: [NamedFigure]
    /// What customers wanted, best guess; empty where nothing was recognised.
    public let intents: [NamedFigure]
    /// From a conversation's beginning to its first answer, of those first answered in the period.
    public let firstAnswer: WaitFigures
    /// From when the customer waited to a colleague's approval, of approvals in the period.
    public let reviewWait: WaitFigures
    /// By intent, then template.
    public let rules: [RuleFigures]
    /// Deliveries of approvals in the period, by where they stand now; none that are zero.
    public let deliveries: [DeliveryState.Kind: Int]

    public var messages: Int { days.reduce(0) { $0 + $1.messages } }
    /// The mean over all messages, from −2 to 2; nil without any.
    public var polarity: Double? { PolarityCounts(sum: days.map(\.polarity)).mean }
}

/// One day.
public struct DayFigures: Sendable, Hashable {
    public let date: CivilDate
    public let messages: Int
    public let polarity: PolarityCounts
}

/// How many messages were how satisfied.
public struct PolarityCounts: Sendable, Hashable {
    /// From −2 very dissatisfied to +2 very satisfied.
    public private(set) var counts: [Int]

    public init() { counts = [0, 0, 0, 0, 0] }

    init(sum days: [PolarityCounts]) {
        counts = days.reduce(into: [0, 0, 0, 0, 0]) { sum, day in for place in 0..<5 { sum[place] += day.counts[place] } }
    }

    public subscript(_ polarity: Int) -> Int { counts[min(max(polarity, -2), 2) + 2] }

    mutating func add(_ count: Int, _ polarity: Int) { counts[min(max(polarity, -2), 2) + 2] += count }

    public var total: Int { counts.reduce(0, +) }
    public var negative: Int { counts[0] + counts[1] }
    public var positive: Int { counts[3] + counts[4] }
    /// nil without messages.
    public var mean: Double? { total == 0 ? nil : Double(counts[4] * 2 + counts[3] - counts[1] - counts[0] * 2) / Double(total) }
}

public struct NamedFigure: Sendable, Hashable {
    public let name: String
    public let count: Int
}

/// How long things took, in seconds of opening time. By the nearest rank: `median` is what half of them, `p90` what nine of ten
/// did not exceed.
public struct WaitFigures: Sendable, Hashable {
    public let count: Int
    /// nil where there is nothing to measure.
    public let median: Int?
    public let p90: Int?

    init(_ waits: [Int]) {
        let sorted = waits.sorted()
        count = sorted.count
        func rank(_ percent: Int) -> Int? { sorted.isEmpty ? nil : sorted[max(0, (sorted.count * percent + 99) / 100 - 1)] }
        (median, p90) = (rank(50), rank(90))
    }
}

/// What became of a rule's drafts.
public struct RuleFigures: Sendable, Hashable {
    public let rule: FigureRule
    public internal(set) var verdicts: [DraftVerdict: Int]

    public init(rule: FigureRule, verdicts: [DraftVerdict: Int] = [:]) {
        self.rule = rule
        self.verdicts = verdicts
    }

    public subscript(_ verdict: DraftVerdict) -> Int { verdicts[verdict] ?? 0 }
    /// Drafts that somebody judged, by letting them go, by writing their own, or by refusing.
    public var judged: Int { self[.untouched] + self[.edited] + self[.rejected] }
    /// The share of judged drafts that went as they were; nil where none was judged.
    public var untouchedShare: Double? { judged == 0 ? nil : Double(self[.untouched]) / Double(judged) }
}

extension DeskFigures {
    /// The same by intent alone, those with most drafts first.
    public var rulesByIntent: [RuleFigures] {
        var intents: [String: RuleFigures] = [:]
        for rule in rules {
            intents[rule.rule.intent, default: RuleFigures(rule: FigureRule(intent: rule.rule.intent, template: nil))].verdicts.merge(
                rule.verdicts, uniquingKeysWith: +)
        }
        return intents.values.sorted { ($1.judged, $0.rule) < ($0.judged, $1.rule) }
    }
}
