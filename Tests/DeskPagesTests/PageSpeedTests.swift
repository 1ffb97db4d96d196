import Desk
import DeskHouse
import Foundation
import GRDB
import Peers
import Support
import Testing

/// How long pages take however many messages there are. `COURTOIS_CASES=1000000` fills the store with a million.
@Suite("Speed of the desk’s pages", .timeLimit(.minutes(20)), .serialized)
struct PageSpeedTests {
    @Test("queue, filters, search and case take little longer in a full store than in a small one")
    func pages() async throws {
        let count = ProcessInfo.processInfo.environment["COURTOIS_CASES"].flatMap(Int.init) ?? 20_000
        let small = try await times(cases: 500)
        let large = try await times(cases: count)
        // Among other tests on a busy machine only a growth with the store is told from noise.
        let bound = Duration.milliseconds(count > 20_000 ? 100 : 400)
        for ((name, few), (_, many)) in zip(small, large) {
            #expect(many < max(bound, few * 3), "\(name): \(many) instead of \(few)")
        }
        if count > 20_000 { for (name, time) in large { print("p95 of \(name), \(count) cases: \(time)") } }
    }

    private static let paths = [
        ("queue", "/?view=everyone"), ("queue of a team", "/?view=team"), ("mine", "/?view=mine"),
        ("a page from the middle", "/?view=everyone&after=3.1795767400.1"), ("channel", "/?view=everyone&channel=x"),
        ("a rare signal", "/?view=everyone&signal=safety"), ("a frequent signal", "/?view=everyone&signal=anger"),
        ("three filters", "/?view=everyone&channel=email&priority=2&language=en"), ("age", "/?view=everyone&age=24"),
        ("search of a frequent word", "/search?q=colis"), ("search of a rare word", "/search?q=zanzibar"), ("case", "/cases/77"),
    ]

    /// The 95th of a hundred tries of each page, over HTTP.
    private func times(cases count: Int) async throws -> [(String, Duration)] {
        let found = Found()
        try await DeskHouse.run(filling: { _, path in try Self.fill(path, count) }) { house in
            let zoe = try await house.visitor("zoé", team: .legal)
            for (name, path) in Self.paths {
                var own: [Duration] = []
                for _ in 0..<20 {
                    let start = ContinuousClock.now
                    let answer = try await zoe.get(path)
                    own.append(ContinuousClock.now - start)
                    #expect(answer.status == 200, "\(path)")
                }
                await found.add(name, own.sorted()[18])
            }
            let start = ContinuousClock.now
            _ = try await zoe.post("/cases/78/claim", [])
            let action = ContinuousClock.now - start
            #expect(action < .milliseconds(count > 20_000 ? 200 : 800), "an action: \(action)")
            await found.add("an action", action)
        }
        return await found.times
    }

    private actor Found {
        var times: [(String, Duration)] = []
        func add(_ name: String, _ time: Duration) { times.append((name, time)) }
    }

    private static func fill(_ path: String, _ count: Int) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in try db.execute(sql: cases, arguments: ["count": count]) }
        try queue.close()
    }

    private static let cases = """
        INSERT INTO cases (id, channel, account, conversation, status, version, disposition, team, priority, due, opened_at, waits_since,
            needs_second_reader, question, question_language, question_visibility, is_leaving, draft_id, message_id, messages)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
        SELECT i, CASE i % 5 WHEN 0 THEN 'x' ELSE 'email' END, 'default', 'c' || i, 'waiting', 1,
            CASE i % 7 WHEN 0 THEN 'human' ELSE 'draft' END, CASE i % 2 WHEN 0 THEN 'legal' ELSE 'customer_service' END,
            1 + i % 4, \(Sample.start.seconds) + i * 7919 % :count, \(Sample.start.seconds), \(Sample.start.seconds) - i % 200000, 0, 'm' || i,
            CASE i % 9 WHEN 0 THEN 'en' ELSE 'fr' END, 'private', 0, i, i, 1 FROM n;
        INSERT INTO messages (id, case_id, channel, account, external_id, author_id, author_name, text, visibility, kind, received_at,
            disposition, line, rulebook, audit)
        SELECT id, id, channel, 'default', 'm' || id, 'u' || id, 'Zoé Martin ' || id % 1000,
            'Où est mon colis FR-' || (10000 + id) || ' ? Je l’attends depuis lundi.' || CASE id % 5000 WHEN 77 THEN ' Zanzibar' ELSE '' END,
            'private', 'message', opened_at, 'draft', CAST('{}' AS BLOB), 'cafe', id FROM cases;
        INSERT INTO message_words (rowid, words) SELECT id, author_name || ' ' || text FROM messages;
        INSERT INTO drafts (id, case_id, text, language, visibility, template, in_reply_to, findings, since_version, state)
        SELECT id, id, 'Bonjour, nous regardons où en est votre commande et vous répondrons sous un jour ouvré.', 'fr', 'private', 't',
            'm' || id, 0, 1, 'proposed' FROM cases;
        INSERT INTO case_signals (name, case_id) SELECT 'anger', id FROM cases WHERE id % 3 = 0;
        INSERT INTO case_signals (name, case_id) SELECT 'safety', id FROM cases WHERE id % 5000 = 9;
        """
}
