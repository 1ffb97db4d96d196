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

    /// What such times count: at night and at weekends a wait is as long as nothing.
    var openDay: String {
        let day = span(max(1, hours.minutesPerDay) * 60)
        return say("Seules comptent les heures d’ouverture\u{A0}: 1\u{A0}j y dure \(day).", "Only opening hours count: 1\u{A0}d is \(day).")
    }

    /// Opening time, in days of the length the house has.
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

    /// That somebody was said to answer by then.
    func promised(_ until: Instant, now: Instant) -> String {
        say("Réponse promise avant ", "Reply promised before ") + moment(until, now: now)
    }

    /// When something is due, as a clock and a calendar have it: `lun. 13:00`. Days of the week name the six before and behind.
    func due(_ due: Instant, now: Instant) -> (text: String, isLate: Bool, isSoon: Bool) {
        let text = due.rfc3339(in: hours.zone)
        let time = String(text.dropFirst(11).prefix(5))
        let moment =
            switch days(from: now, to: due) {
            case 0?: time
            case let days? where abs(days) < 7: "\(weekday(text))\u{A0}\(time)"
            default: "\(day(text)), \(time)"
            }
        if due <= now { return (say("retard, ", "late, ") + moment, true, false) }
        return (moment, false, hours.openSeconds(from: now, to: due) < 3600)
    }

    /// Days of the calendar between two moments, at the brand's place.
    private func days(from start: Instant, to end: Instant) -> Int? {
        let dates = [start, end].map { CivilDate(iso: String($0.rfc3339(in: hours.zone).prefix(10))) }
        guard let first = dates[0], let last = dates[1] else { return nil }
        return last.daysSince1970 - first.daysSince1970
    }

    private func weekday(_ text: String) -> String {
        let french = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]
        let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let day = CivilDate(iso: String(text.prefix(10)))?.weekday ?? 1
        return say(french[day - 1], english[day - 1])
    }
}
