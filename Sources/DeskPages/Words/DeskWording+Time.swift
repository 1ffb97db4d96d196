import Desk
import IntentEngine

extension DeskWording {
    /// The two largest units: `3 j 4 h`, `25 min`.
    func span(_ seconds: Int) -> String {
        let units = [(86400, say("j", "d")), (3600, "h"), (60, "min"), (1, "s")]
        let first = units.firstIndex { seconds >= $0.0 } ?? 3
        let last = first >= 2 ? first : first + 1
        var rest = seconds
        let parts = units[first...last].compactMap { unit -> String? in
            let count = rest / unit.0
            rest %= unit.0
            return count == 0 && unit.0 != units[first].0 ? nil : "\(count)\u{A0}\(unit.1)"
        }
        return parts.joined(separator: " ")
    }

    /// Opening time that is left, in days of the length the house has.
    func openSpan(_ seconds: Int) -> String {
        let day = max(1, hours.minutesPerDay) * 60
        guard seconds >= day else { return span(seconds) }
        let (days, rest) = (seconds / day, seconds % day / 3600)
        let text = "\(days)\u{A0}\(say("j", "d"))"
        return rest == 0 ? text : "\(text) \(rest)\u{A0}h"
    }

    /// Day and time at the brand's place: `20 nov., 9:12`; with the year where it is another.
    func moment(_ moment: Instant, now: Instant) -> String {
        let text = moment.rfc3339(in: hours.zone)
        let today = now.rfc3339(in: hours.zone)
        let time = text.dropFirst(11).prefix(5)
        if text.prefix(10) == today.prefix(10) { return say("aujourd’hui, \(time)", "today, \(time)") }
        let day = day(text)
        return text.prefix(4) == today.prefix(4) ? "\(day), \(time)" : "\(day) \(text.prefix(4)), \(time)"
    }

    private func day(_ text: String) -> String {
        let number = Int(text.dropFirst(8).prefix(2)) ?? 0
        let month = (Int(text.dropFirst(5).prefix(2)) ?? 1) - 1
        let french = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
        let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard french.indices.contains(month) else { return text }
        return say("\(number == 1 ? "1ᵉʳ" : String(number))\u{A0}\(french[month])", "\(number) \(english[month])")
    }

    /// Machines' form, for `<time>`.
    func machine(_ moment: Instant) -> String { moment.utc }

    /// How long ago, in one unit.
    func ago(_ moment: Instant, now: Instant) -> String {
        let seconds = max(0, now.seconds - moment.seconds)
        if seconds < 60 { return say("à l’instant", "just now") }
        let units = [(86400, say("j", "d")), (3600, "h"), (60, "min")]
        let unit = units.first { seconds >= $0.0 } ?? (60, "min")
        return "\(seconds / unit.0)\u{A0}\(unit.1)"
    }

    /// What is left until a due time, in opening hours.
    func due(_ due: Instant, now: Instant) -> (text: String, isLate: Bool, isSoon: Bool) {
        if due <= now {
            let late = hours.openSeconds(from: due, to: now)
            return (late < 60 ? say("échu", "due now") : say("retard \(openSpan(late))", "\(openSpan(late)) late"), true, false)
        }
        let left = hours.openSeconds(from: now, to: due)
        return (left < 60 ? say("à l’ouverture", "at opening") : openSpan(left), false, left < 3600)
    }
}
