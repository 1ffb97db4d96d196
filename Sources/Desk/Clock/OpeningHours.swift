public import IntentEngine

/// When the people who answer are at work, and how to count in their time.
public struct OpeningHours: Sendable, Hashable {
    /// Per weekday from Monday, the open spans in minutes since midnight, ascending and apart.
    public let week: [[Range<Int>]]
    public let holidays: Set<CivilDate>
    public let zone: TimeZoneTable

    public init(week: [[Range<Int>]], holidays: Set<CivilDate> = [], zone: TimeZoneTable) {
        self.week = week
        self.holidays = holidays
        self.zone = zone
    }

    /// Open minutes of an ordinary day: the mean over the days that are open at all.
    public var minutesPerDay: Int {
        let open = week.map { $0.reduce(0) { $0 + $1.count } }.filter { $0 > 0 }
        return open.isEmpty ? 0 : open.reduce(0, +) / open.count
    }

    /// The moment when `minutes` of opening time have passed since `start`; nil when the house never opens.
    public func moment(after minutes: Int, from start: Instant) -> Instant? {
        guard minutesPerDay > 0 else { return nil }
        var left = minutes
        let local = start.seconds + zone.offset(at: start)
        var day = local >= 0 ? local / 86400 : (local - 86399) / 86400
        var from = (local - day * 86400) / 60
        // A year of holidays is the longest wait that makes sense.
        for _ in 0..<366 + minutes / minutesPerDay * 4 {
            for span in spans(of: CivilDate(daysSince1970: day)) where span.upperBound > from {
                let opens = max(span.lowerBound, from)
                if span.upperBound - opens >= left { return instant(day: day, minute: opens + left) }
                left -= span.upperBound - opens
            }
            day += 1
            from = 0
        }
        return nil
    }

    func spans(of date: CivilDate) -> [Range<Int>] { holidays.contains(date) ? [] : week[date.weekday - 1] }

    /// The moment of a local minute. Where clocks jump, the offset before the jump is taken.
    private func instant(day: Int, minute: Int) -> Instant {
        let local = day * 86400 + minute * 60
        let guess = Instant(seconds: local - zone.offset(at: Instant(seconds: local)))
        return Instant(seconds: local - zone.offset(at: guess))
    }
}
