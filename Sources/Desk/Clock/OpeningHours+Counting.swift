internal import IntentEngine

extension OpeningHours {
    /// Seconds of opening time from `start` to `end`, negative when `end` is before; counted over a year at most.
    public func openSeconds(from start: Instant, to end: Instant) -> Int {
        if end < start { return -openSeconds(from: end, to: start) }
        let (first, last) = (local(start), local(min(end, start + 366 * 86400)))
        let firstDay = first.floored(by: 86400)
        return (firstDay...max(firstDay, last.floored(by: 86400))).reduce(0) { sum, day in
            spans(ofDay: day).reduce(sum) { sum, span in
                let opens = max(first, day * 86400 + span.lowerBound * 60)
                return sum + max(0, min(last, day * 86400 + span.upperBound * 60) - opens)
            }
        }
    }

    /// Whether somebody is there.
    public func isOpen(at moment: Instant) -> Bool {
        let now = local(moment)
        let day = now.floored(by: 86400)
        let minute = (now - day * 86400) / 60
        return spans(ofDay: day).contains { $0.contains(minute) }
    }

    private func local(_ moment: Instant) -> Int { moment.seconds + zone.offset(at: moment) }
}
