import IntentEngine
import Testing

@testable import Desk

@Suite("Clock")
struct ClockTests {
    /// Paris in 2026: winter time until 29 March 01:00 UTC, summer time until 25 October 01:00 UTC.
    static let paris = TimeZoneTable(
        name: "Europe/Paris",
        transitions: [(Int.min, 3600), (1_774_746_000, 7200), (1_792_890_000, 3600)])

    @Test(
        "RFC 3339 is read and written back in the brand's zone",
        arguments: [
            ("2026-03-01T09:30:00+01:00", "2026-03-01T09:30:00+01:00"), ("2026-07-01T10:00:00Z", "2026-07-01T12:00:00+02:00"),
            ("2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00"), ("2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00"),
            ("2026-10-25T00:30:00.123Z", "2026-10-25T02:30:00+02:00"), ("2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00"),
            ("2026-11-20 23:30:00-05:00", "2026-11-21T05:30:00+01:00"), ("1969-12-31T23:59:59Z", "1970-01-01T00:59:59+01:00"),
        ])
    func instants(_ text: String, _ expected: String) throws {
        #expect(try #require(Instant(rfc3339: text)).rfc3339(in: Self.paris) == expected)
    }

    @Test(
        "what is no time is refused",
        arguments: [
            "", "2026-03-01", "2026-02-30T00:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T09:30:00", "2026-03-01T09:30:00+1:00",
            "2026-03-01T09:30:00Zx", "2026-13-01T00:00:00Z",
        ])
    func refused(_ text: String) { #expect(Instant(rfc3339: text) == nil) }

    private let hours = OpeningHours(
        week: [[540..<720, 840..<1080], [540..<1080], [540..<1080], [540..<1080], [540..<1080], [600..<960], []],
        holidays: Set([CivilDate(year: 2026, month: 12, day: 25)].compactMap(\.self)), zone: paris)

    @Test(
        "opening time is counted from the next open minute, over nights, Sundays, holidays and clock changes",
        arguments: [
            // Friday 20 November 2026, open 09:00–18:00.
            ("2026-11-20T09:12:00+01:00", 60, "2026-11-20T10:12:00+01:00"), ("2026-11-20T17:30:00+01:00", 60, "2026-11-21T10:30:00+01:00"),
            ("2026-11-21T15:30:00+01:00", 60, "2026-11-23T09:30:00+01:00"), ("2026-11-22T12:00:00+01:00", 1, "2026-11-23T09:01:00+01:00"),
            ("2026-11-23T11:30:00+01:00", 60, "2026-11-23T14:30:00+01:00"), ("2026-12-24T17:00:00+01:00", 120, "2026-12-26T11:00:00+01:00"),
            ("2026-03-28T15:00:00+01:00", 120, "2026-03-30T10:00:00+02:00"),
            ("2026-11-20T04:00:00+01:00", 540, "2026-11-20T18:00:00+01:00"),
        ])
    func openingHours(_ start: String, _ minutes: Int, _ expected: String) throws {
        let from = try #require(Instant(rfc3339: start))
        let moment = try #require(hours.moment(after: minutes, from: from))
        #expect(moment.rfc3339(in: Self.paris) == expected)
    }

    @Test("a house that never opens gives no time") func closed() {
        let closed = OpeningHours(week: Array(repeating: [], count: 7), zone: .utc)
        #expect(closed.moment(after: 5, from: Instant(seconds: 0)) == nil)
    }
}

@Suite("Time counted while the house is open")
struct OpeningTimeTests {
    /// Monday to Friday, nine to noon and two to six, in UTC.
    private static let hours = OpeningHours(
        week: [[Range<Int>]](repeating: [540..<720, 840..<1080], count: 5) + [[], []], zone: .utc)

    @Test(
        "only opening time counts, over the noon break, nights and weekends, and backwards below zero",
        arguments: [
            ("2026-11-24T09:00:00Z", "2026-11-24T10:30:00Z", 5400), ("2026-11-24T11:30:00Z", "2026-11-24T14:30:00Z", 3600),
            ("2026-11-27T17:00:00Z", "2026-11-30T10:00:00Z", 7200), ("2026-11-28T00:00:00Z", "2026-11-29T23:00:00Z", 0),
            ("2026-11-24T10:00:00Z", "2026-11-24T09:00:00Z", -3600), ("2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z", 5 * 7 * 3600),
            ("2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z", 0),
        ])
    func open(_ start: String, _ end: String, _ seconds: Int) throws {
        let (start, end) = (try #require(Instant(rfc3339: start)), try #require(Instant(rfc3339: end)))
        #expect(Self.hours.openSeconds(from: start, to: end) == seconds)
    }

    @Test("what a due time leaves is what it was given, from any moment")
    func due() throws {
        for minutes in [1, 59, 240, 1000] {
            for start in stride(from: 1_795_400_000, to: 1_795_900_000, by: 33_333) {
                let from = Instant(seconds: start / 60 * 60)
                let due = try #require(Self.hours.moment(after: minutes, from: from))
                #expect(Self.hours.openSeconds(from: from, to: due) == minutes * 60)
            }
        }
    }
}
