import Desk
import IntentEngine
import Testing

@Suite("Figures")
struct FigureTests {
    /// The night clocks go forward in Paris is that of 29 March 2026.
    private static let paris = TimeZoneTable(name: "Europe/Paris", transitions: [(0, 3600), (1_774_746_000, 7200), (1_792_890_000, 3600)])

    private static func date(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
        try #require(CivilDate(year: year, month: month, day: day))
    }

    @Test("a period is whole days of the house, also where clocks change")
    func period() throws {
        let (first, last) = (try Self.date(2026, 3, 28), try Self.date(2026, 3, 29))
        let period = try #require(FigurePeriod(from: first, through: last, in: Self.paris))
        #expect(period.start == Instant(rfc3339: "2026-03-28T00:00:00+01:00"))
        #expect(period.end == Instant(rfc3339: "2026-03-30T00:00:00+02:00"))
        #expect(period.days == 2 && FigureTally.hours(of: period).count == 47)
        #expect(period.before.last == (try Self.date(2026, 3, 27)) && period.before.days == 2)
        #expect(FigurePeriod(from: last, through: first, in: Self.paris) == nil)
        #expect(FigurePeriod(from: first, through: try Self.date(2030, 1, 1), in: Self.paris) == nil)
        #expect(FigurePeriod(days: 0, through: last, in: Self.paris).days == 1)
        #expect(Self.paris.day(at: try #require(Instant(rfc3339: "2026-03-28T23:30:00Z"))) == last)
    }

    @Test(
        "waits count opening time alone",
        arguments: [
            ("2026-03-27T16:30:00Z", "2026-03-30T08:00:00Z", 5400 + 3600),  // Friday 17:30 to Monday 10:00, over the change of clocks.
            ("2026-03-28T10:00:00Z", "2026-03-29T10:00:00Z", 0),
            ("2026-03-26T07:00:00Z", "2026-03-26T08:30:00Z", 1800),
            ("2026-03-26T11:30:00Z", "2026-03-26T12:30:00Z", 1800),
            ("2026-03-26T10:00:00Z", "2026-03-26T09:00:00Z", 0),
            ("2026-04-03T08:00:00Z", "2026-04-07T08:00:00Z", 8 * 3600 + 3600),  // Easter Monday is a holiday.
            ("2020-01-01T10:00:00Z", "2020-01-02T10:00:00Z", 0),
        ])
    func waits(_ start: String, _ end: String, _ expected: Int) throws {
        let hours = OpeningHours(
            week: Array(repeating: [540..<720, 780..<1140], count: 5) + [[], []], holidays: [try Self.date(2026, 4, 6)], zone: Self.paris)
        let period = FigurePeriod(days: 60, through: try Self.date(2026, 4, 30), in: Self.paris)
        var tally = FigureTally(period, hours: hours)
        let (from, to) = (try #require(Instant(rfc3339: start)), try #require(Instant(rfc3339: end)))
        tally.add(.untouched, at: to, waitsSince: from, openedAt: from)
        #expect(tally.figures().reviewWait.median == expected)
        #expect(tally.figures().firstAnswer.median == expected)
    }

    @Test("the median and the ninetieth percentile are waits that happened, by the nearest rank")
    func ranks() throws {
        let always = OpeningHours(week: Array(repeating: [0..<1440], count: 7), zone: .utc)
        let period = FigurePeriod(days: 1, through: try Self.date(2026, 3, 2), in: .utc)
        var tally = FigureTally(period, hours: always)
        for seconds in (1...10).shuffled() {
            tally.add(.untouched, at: period.start + seconds, waitsSince: period.start, openedAt: nil)
        }
        let wait = tally.figures().reviewWait
        #expect(wait.count == 10 && wait.median == 5 && wait.p90 == 9)
        #expect(tally.figures().firstAnswer.count == 0)
    }

    @Test("counts are added up, most first, ties by name")
    func counts() throws {
        let period = FigurePeriod(days: 2, through: try Self.date(2026, 3, 2), in: .utc)
        var tally = FigureTally(period, hours: OpeningHours(week: Array(repeating: [], count: 7), zone: .utc))
        let hour = FigureTally.hour(of: period.start)
        for (name, count) in [("b", 2), ("a", 2), ("c", 3)] { tally.add(count, .intent, name, hour: hour) }
        for (polarity, count) in [("-2", 1), ("2", 4), ("0", 2)] { tally.add(count, .polarity, polarity, hour: hour + 24) }
        tally.add(2, .untouched, of: FigureRule(intent: "a", template: "a/fr/1"))
        tally.add(1, .rejected, of: FigureRule(intent: "a", template: "a/fr/2"))
        tally.add(9, .written, of: FigureRule(intent: "a", template: nil))
        let figures = tally.figures()
        #expect(figures.intents.map(\.name) == ["c", "a", "b"])
        #expect(figures.days.map(\.messages) == [0, 7] && figures.polarity == 6 / 7.0)
        #expect(figures.rules.map(\.rule.template) == ["a/fr/1", "a/fr/2"])
        #expect(figures.rulesByIntent.first?.untouchedShare == 2 / 3.0)
    }
}
