internal import IntentEngine

extension OpeningHours {
    /// Seconds of opening time from `start` to `end`, negative when `end` is before; counted over a year at most.
    public func openSeconds(from start: Instant, to end: Instant) -> Int {
        if end < start { return -openSeconds(from: end, to: start) }
        let (first, last) = (local(start), local(min(end, start + 366 * 86400)))
        let firstDay = Self.day(of: first)
        return (firstDay...max(firstDay, Self.day(of: last))).reduce(0) { sum, day in
            spans(ofDay: day).reduce(sum) { sum, span in
                let opens = max(first, day * 86400 + span.lowerBound * 60)
                return sum + max(0, min(last, day * 86400 + span.upperBound * 60) - opens)
            }
        }
    }

    /// Whether somebody is there.
    public func isOpen(at moment: Instant) -> Bool {
        let now = local(moment)
        let day = Self.day(of: now)
        let minute = (now - day * 86400) / 60
        return spans(ofDay: day).contains { $0.contains(minute) }
    }

    private func local(_ moment: Instant) -> Int { moment.seconds + zone.offset(at: moment) }

    private static func day(of local: Int) -> Int { local >= 0 ? local / 86400 : (local - 86399) / 86400 }
}
