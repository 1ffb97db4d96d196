import IntentEngine

/// Adds up what a store gives: counts by the hour, and verdicts one by one.
public struct FigureTally {
    /// What messages are counted by.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case channel, intent, polarity, team
    }

    private let period: FigurePeriod
    private let opening: OpeningCount
    private var days: [DayFigures]
    private var named: [Kind: [String: Int]] = [:]
    private var firstAnswers: [Int] = []
    private var reviewWaits: [Int] = []
    private var rules: [FigureRule: [DraftVerdict: Int]] = [:]
    private var deliveries: [DeliveryState.Kind: Int] = [:]

    /// - Parameter hours: Those that waits are counted in.
    public init(_ period: FigurePeriod, hours: OpeningHours) {
        self.period = period
        // Waits that end in the period may have begun long before.
        opening = OpeningCount(hours, from: period.start + -OpeningCount.mostDays * 86400, until: period.end)
        days = (0..<period.days).map {
            DayFigures(date: CivilDate(daysSince1970: period.first.daysSince1970 + $0), messages: 0, polarity: PolarityCounts())
        }
    }

    /// The hours, since 1970, whose counts belong to the period.
    ///
    /// Where the zone is not whole hours from UTC, an hour belongs to the day in which it begins.
    public static func hours(of period: FigurePeriod) -> Range<Int> {
        (period.start.seconds + 3599).floored(by: 3600)..<(period.end.seconds + 3599).floored(by: 3600)
    }

    /// The hour a message is counted in.
    public static func hour(of moment: Instant) -> Int { moment.seconds.floored(by: 3600) }

    /// Adds messages of one hour.
    public mutating func add(_ count: Int, _ kind: Kind, _ name: String, hour: Int) {
        guard kind == .polarity else {
            named[kind, default: [:]][name, default: 0] += count
            return
        }
        let day = period.zone.day(at: Instant(seconds: hour * 3600)).daysSince1970 - period.first.daysSince1970
        guard days.indices.contains(day) else { return }
        var polarity = days[day].polarity
        polarity.add(count, Int(name) ?? 0)
        days[day] = DayFigures(date: days[day].date, messages: days[day].messages + count, polarity: polarity)
    }

    /// Adds a verdict of the period. `openedAt` is when its conversation began, where it is the first answer there.
    public mutating func add(_ verdict: DraftVerdict, at now: Instant, waitsSince: Instant, openedAt: Instant?) {
        if let openedAt, verdict.isAnswer { firstAnswers.append(opening.seconds(from: openedAt, to: now)) }
        if verdict.isReview { reviewWaits.append(opening.seconds(from: waitsSince, to: now)) }
    }

    /// Adds verdicts on drafts of a rule.
    public mutating func add(_ count: Int, _ verdict: DraftVerdict, of rule: FigureRule) {
        if verdict.judgesRule { rules[rule, default: [:]][verdict, default: 0] += count }
    }

    public mutating func add(_ count: Int, deliveries kind: DeliveryState.Kind) {
        if count > 0 { deliveries[kind, default: 0] += count }
    }

    public func figures() -> DeskFigures {
        DeskFigures(
            period: period, days: days, channels: list(.channel), teams: list(.team), intents: list(.intent),
            firstAnswer: WaitFigures(firstAnswers), reviewWait: WaitFigures(reviewWaits),
            rules: rules.map { RuleFigures(rule: $0, verdicts: $1) }.sorted { $0.rule < $1.rule }, deliveries: deliveries)
    }

    private func list(_ kind: Kind) -> [NamedFigure] {
        (named[kind] ?? [:]).map { NamedFigure(name: $0, count: $1) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}

extension Arrival {
    /// What a message is counted by.
    public var figureNames: [(kind: FigureTally.Kind, name: String)] {
        [
            (.channel, message.channel ?? ""), (.intent, intent ?? ""), (.polarity, String(min(max(decision.polarity, -2), 2))),
            (.team, decision.team.rawValue),
        ]
    }
}
