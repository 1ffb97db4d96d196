/// Opening time between two moments, from sums kept by the day, so that a million waits are counted in a fraction of a second.
struct OpeningCount {
    /// Longest wait that is counted whole.
    static let mostDays = 400

    private let hours: OpeningHours
    private let firstDay: Int
    /// Open seconds before each day, and at last before the day after the last.
    private let before: [Int]

    init(_ hours: OpeningHours, from start: Instant, until end: Instant) {
        self.hours = hours
        firstDay = (start.seconds + hours.zone.offset(at: start)).floored(by: 86400)
        let lastDay = (end.seconds + hours.zone.offset(at: end)).floored(by: 86400)
        var sums = [0]
        for day in firstDay...max(firstDay, lastDay) {
            sums.append(sums[sums.count - 1] + hours.spans(ofDay: day).reduce(0) { $0 + $1.count * 60 })
        }
        before = sums
    }

    /// Seconds of opening time from `start` to `end`; none where they are out of order.
    func seconds(from start: Instant, to end: Instant) -> Int { max(0, sum(until: end) - sum(until: start)) }

    private func sum(until moment: Instant) -> Int {
        let local = moment.seconds + hours.zone.offset(at: moment)
        let day = local.floored(by: 86400)
        if day < firstDay { return 0 }
        if day - firstDay >= before.count - 1 { return before[before.count - 1] }
        let second = local - day * 86400
        return hours.spans(ofDay: day).reduce(before[day - firstDay]) { sum, span in
            sum + max(0, min(second, span.upperBound * 60) - span.lowerBound * 60)
        }
    }
}
