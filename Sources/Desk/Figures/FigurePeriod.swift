public import IntentEngine

/// Whole days of the house's time zone, the last included.
public struct FigurePeriod: Sendable, Hashable {
    public let first: CivilDate
    public let last: CivilDate
    public let zone: TimeZoneTable

    /// The longest period, in days.
    public static let mostDays = 400

    /// nil where the days are out of order, or too many.
    public init?(from first: CivilDate, through last: CivilDate, in zone: TimeZoneTable) {
        guard first <= last, last.daysSince1970 - first.daysSince1970 < Self.mostDays else { return nil }
        self.first = first
        self.last = last
        self.zone = zone
    }

    /// The last `days` days up to and with `today`; from 1 to `mostDays`.
    public init(days: Int, through today: CivilDate, in zone: TimeZoneTable) {
        last = today
        first = CivilDate(daysSince1970: today.daysSince1970 - min(max(days, 1), Self.mostDays) + 1)
        self.zone = zone
    }

    public var days: Int { last.daysSince1970 - first.daysSince1970 + 1 }
    /// When the first day begins.
    public var start: Instant { zone.start(of: first) }
    /// When the last day is over.
    public var end: Instant { zone.start(of: CivilDate(daysSince1970: last.daysSince1970 + 1)) }

    /// The period of as many days just before this one.
    public var before: FigurePeriod { FigurePeriod(days: days, through: CivilDate(daysSince1970: first.daysSince1970 - 1), in: zone) }
}
