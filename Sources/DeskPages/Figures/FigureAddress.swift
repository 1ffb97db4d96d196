import Channels
import Desk
import IntentEngine

/// Which period a page of figures shows, as its address says: the last days, or a first and a last one.
struct FigureAddress {
    let period: FigurePeriod
    /// nil where a first and a last day were given.
    let days: Int?
    /// What was given is no period; the usual one is shown.
    let isWrong: Bool

    /// Those that one choice leads to.
    static let choices = [7, 30, 90]
    private static let usual = 30

    init(_ query: FormFields, today: CivilDate, zone: TimeZoneTable) {
        if let first = query["from"], let last = query["through"] {
            let dates = (CivilDate(iso: first), CivilDate(iso: last))
            if let first = dates.0, let last = dates.1, let period = FigurePeriod(from: first, through: last, in: zone) {
                (self.period, days, isWrong) = (period, nil, false)
            } else {
                (period, days, isWrong) = (FigurePeriod(days: Self.usual, through: today, in: zone), Self.usual, true)
            }
        } else {
            let wanted = query["days"].flatMap { Int($0) } ?? Self.usual
            let days = Self.choices.contains(wanted) ? wanted : Self.usual
            (period, self.days, isWrong) = (FigurePeriod(days: days, through: today, in: zone), days, false)
        }
    }

    /// The same period of another page, or of this one.
    func text(_ path: String = "/figures", _ more: [(String, String)] = []) -> String {
        Address.with(path, more + (days.map { [("days", String($0))] } ?? [("from", period.first.iso), ("through", period.last.iso)]))
    }
}

extension CivilDate {
    /// `2026-03-01`; nil for what is no day.
    init?(iso text: String) {
        let parts = text.utf8.count == 10 ? text.split(separator: "-", omittingEmptySubsequences: false) : []
        guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
