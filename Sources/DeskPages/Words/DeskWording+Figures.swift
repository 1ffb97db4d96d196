import Desk
import IntentEngine

extension DeskWording {
    /// `12 340` or `12,340`.
    func number(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        var text = number < 0 ? "−" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += say("\u{202F}", ",") }
            text.append(digit)
        }
        return text
    }

    /// One decimal, with its sign: `−0,4`, `+1.2`, `0`.
    func polarity(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        if tenths == 0 { return "0" }
        let sign = tenths < 0 ? "−" : "+"
        return sign + "\(abs(tenths) / 10)" + (tenths % 10 == 0 ? "" : say(",", ".") + "\(abs(tenths) % 10)")
    }

    /// `42 %` or `42%`; what is little and not nothing is said so.
    func percent(_ share: Double) -> String {
        let whole = Int((share * 100).rounded())
        let unit = say("\u{A0}%", "%")
        return share > 0 && whole == 0 ? "< 1" + unit : "\(whole)\(unit)"
    }

    /// `lundi 23 novembre 2026`.
    func day(_ date: CivilDate) -> String {
        let french = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
        let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        let weekday = say(french[date.weekday - 1], english[date.weekday - 1])
        return "\(weekday) \(dayOfMonth(date)) \(date.year)"
    }

    /// `23 novembre`.
    func dayOfMonth(_ date: CivilDate) -> String {
        let french = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
        ]
        let english = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        ]
        let number = language == .french && date.day == 1 ? "1ᵉʳ" : String(date.day)
        return "\(number)\u{A0}\(say(french[date.month - 1], english[date.month - 1]))"
    }

    /// `23/11`, in either language the day first.
    func shortDay(_ date: CivilDate) -> String { "\(date.day < 10 ? "0" : "")\(date.day)/\(date.month < 10 ? "0" : "")\(date.month)" }

    /// `du 1er au 30 novembre 2026`.
    func period(_ period: FigurePeriod) -> String {
        let (first, last) = (period.first, period.last)
        if first == last { return day(first) }
        let start = first.year == last.year ? dayOfMonth(first) : "\(dayOfMonth(first)) \(first.year)"
        return say("du \(start) au \(dayOfMonth(last)) \(last.year)", "\(start) to \(dayOfMonth(last)) \(last.year)")
    }

    /// The minute that figures are of.
    func countedAt(_ moment: Instant) -> String {
        let time = moment.rfc3339(in: hours.zone).dropFirst(11).prefix(5)
        return say("compté à \(time)", "counted at \(time)")
    }

    func delivery(_ kind: DeliveryState.Kind) -> String {
        switch kind {
        case .queued: say("En file", "Queued")
        case .leased: say("En cours d’envoi", "Being sent")
        case .waiting: say("Nouvel essai prévu", "To be tried again")
        case .sent: say("Arrivés", "Arrived")
        case .refused: say("Refusés par la plateforme", "Refused by the platform")
        case .exhausted: say("Abandonnés après trois jours", "Given up after three days")
        case .unknown: say("Peut-être arrivés, à vérifier", "May have arrived, to be checked")
        case .cancelled: say("Annulés avant l’envoi", "Cancelled before they left")
        case .dropped: say("Abandonnés par un collègue", "Given up by a colleague")
        }
    }

    func verdict(_ verdict: DraftVerdict) -> String {
        switch verdict {
        case .untouched: self(FigureWord.untouchedColumn)
        case .edited: self(FigureWord.editedColumn)
        case .rejected: self(FigureWord.rejectedColumn)
        case .unreviewed: self(FigureWord.unreviewedColumn)
        case .written: say("Écrits", "Written")
        case .elsewhere: say("Ailleurs", "Elsewhere")
        }
    }
}
