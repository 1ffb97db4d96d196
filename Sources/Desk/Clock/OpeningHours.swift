public import IntentEngine

/// When the people who answer are at work, and how to count in their time.
public struct OpeningHours: Sendable, Hashable {
    /// Per weekday from Monday, the open spans in minutes since midnight, ascending and apart.
    public let week: [[Range<Int>]]
    public let holidays: Set<CivilDate>
    public let zone: TimeZoneTable
    /// Open minutes of an ordinary day: the mean over the days that are open at all.
    public let minutesPerDay: Int
    /// The holidays as days since 1970.
    private let closedDays: [Int]

    public init(week: [[Range<Int>]], holidays: Set<CivilDate> = [], zone: TimeZoneTable) {
        self.week = week
        self.holidays = holidays
        self.zone = zone
        let open = week.map { $0.reduce(0) { $0 + $1.count } }.filter { $0 > 0 }
        minutesPerDay = open.isEmpty ? 0 : open.reduce(0, +) / open.count
        closedDays = holidays.map(\.daysSince1970).sorted()
    }

    /// The moment when `minutes` of opening time have passed since `start`; nil when the house never opens.
    public func moment(after minutes: Int, from start: Instant) -> Instant? {
        guard minutesPerDay > 0 else { return nil }
        var left = minutes
        let local = start.seconds + zone.offset(at: start)
        var day = local.floored(by: 86400)
        var from = (local - day * 86400) / 60
        // A year of holidays is the longest wait that makes sense.
        for _ in 0..<366 + minutes / minutesPerDay * 4 {
            for span in spans(ofDay: day) where span.upperBound > from {
                let opens = max(span.lowerBound, from)
                if span.upperBound - opens >= left { return zone.moment(ofLocal: day * 86400 + (opens + left) * 60) }
                left -= span.upperBound - opens
            }
            day += 1
            from = 0
        }
        return nil
    }

    /// The open spans of a day, by its number since 1 January 1970, a Thursday.
    func spans(ofDay day: Int) -> [Range<Int>] { closedDays.contains(day) ? [] : week[((day + 3) % 7 + 7) % 7] }
}
