import Desk
import DeskHouse
import Foundation
import Glibc
import Peers
import Support
import Testing

/// How long pages take however many messages there are. `COURTOIS_CASES=1000000` fills the store with a million.
@Suite("Speed of the desk’s pages", .timeLimit(.minutes(20)), .serialized)
struct PageSpeedTests {
    @Test("queue, filters, search, what is done, and case take little longer in a full store than in a small one")
    func pages() async throws {
        let count = FullStore.count
        let small = try await times(cases: 500, tries: 20)
        let large = try await times(cases: count, tries: 40)
        let isFull = count > 20_000
        if isFull {
            for page in large { print("p95 of \(page.name), \(count) cases: \(page.wall), of which the processor \(page.processor)") }
        }
        for (few, many) in zip(small, large) {
            // Among other tests on a busy machine only a growth with the store is told from noise. Alone with a full store the
            // bound holds for what the page takes of a processor, whoever else has the others.
            let time = isFull ? many.processor : many.wall
            #expect(time < max(.milliseconds(isFull ? 100 : 400), few.wall * (isFull ? 0 : 3)), "\(many) instead of \(few)")
        }
    }

    /// The 95th of a hundred tries of a page.
    private struct Time: Sendable {
        let name: String
        let wall: Duration
        /// Of the browser's side as well, which is in this process too.
        let processor: Duration
    }

    private static let paths = [
        ("queue", "/?view=everyone"), ("queue of a team", "/?view=team"), ("mine", "/?view=mine"),
        ("a page from the middle", "/?view=everyone&after=3.1795767400.1"), ("channel", "/?view=everyone&channel=x"),
        ("a channel of no case", "/?view=everyone&channel=fax"), ("a disposition of no case", "/?view=everyone&disposition=moderate"),
        ("a language of no case", "/?view=team&language=other"),
        ("a rare signal", "/?view=everyone&signal=safety"), ("a frequent signal", "/?view=everyone&signal=anger"),
        ("a signal with filters of no case", "/?view=everyone&signal=anger&disposition=moderate"),
        ("three filters", "/?view=everyone&channel=email&priority=2&language=en"), ("age", "/?view=everyone&age=24"),
        ("an age of no case", "/?view=everyone&age=168"),
        ("done", "/?view=past"), ("closed", "/?view=past&status=closed"), ("done, of no case", "/?view=past&status=closed&channel=x"),
        ("search of a frequent word", "/search?q=colis"), ("search of a rare word", "/search?q=zanzibar"),
        ("search of frequent words", "/search?q=zo%C3%A9+martin+colis"), ("search of words that never meet", "/search?q=zanzibar+fr-10001"),
        ("search of a beginning", "/search?q=zanz"), ("search of the beginning of a frequent word", "/search?q=coli"),
        ("search of a short beginning", "/search?q=ma"), ("search of a letter", "/search?q=d"),
        ("search of a digit", "/search?q=2"), ("search of the beginning of many words", "/search?q=123"),
        ("search of an order", "/search?q=FR-12345"), ("search of nothing there", "/search?q=xyz"),
        ("case", "/cases/77"), ("case, read by the rules", "/cases/\(Self.real)"),
    ]

    /// A case that came in last, with all that the rules make of it.
    private static let real = 2_000_000

    /// Every page over HTTP, some times each.
    private func times(cases count: Int, tries: Int) async throws -> [Time] {
        let found = Found()
        try await DeskHouse.run(.shipped, filling: { _, path in try FullStore.fill(path, count) }) { house in
            let zoe = try await house.visitor("zoé", team: .legal)
            let numbers = try await house.receive(
                DeskHouse.line("r1", "bonjour, jai tjs pas recu mon colis FR-48213, c’est inadmissible !!"))
            for (name, path) in Self.paths {
                var (wall, processor) = ([Duration](), [Duration]())
                let path = path.replacing(String(Self.real), with: String(numbers.first ?? 1))
                for _ in 0..<tries {
                    let (start, work) = (ContinuousClock.now, Self.processor())
                    let answer = try await zoe.get(path)
                    wall.append(ContinuousClock.now - start)
                    processor.append(Self.processor() - work)
                    #expect(answer.status == 200, "\(path)")
                }
                let place = tries * 95 / 100 - 1
                await found.add(Time(name: name, wall: wall.sorted()[place], processor: processor.sorted()[place]))
            }
        }
        return await found.times
    }

    /// What this process has used of processors.
    private static func processor() -> Duration { .microseconds(Int(clock())) }

    private actor Found {
        var times: [Time] = []
        func add(_ time: Time) { times.append(time) }
    }
}
