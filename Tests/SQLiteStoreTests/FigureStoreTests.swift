import Desk
import Foundation
import GRDB
import IntentEngine
import Support
import Testing

@testable import SQLiteStore

@Suite("Figures in SQLite")
struct FigureStoreTests {
    private static let always = OpeningHours(week: Array(repeating: [0..<1440], count: 7), zone: .utc)

    @Test("a store of before is counted as far as it is known: messages, approvals and what they were made of")
    func backfill() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/old.sqlite"
        let start = Sample.start.seconds
        do {
            let queue = try DatabaseQueue(path: path)
            try Migrations.migrator.migrate(queue, upTo: "4")
            try await queue.write { db in
                try db.execute(sql: Self.old, arguments: ["start": start])
            }
            try queue.close()
        }
        let store = try SQLiteStore(path: path)
        let period = FigurePeriod(days: 2, through: TimeZoneTable.utc.day(at: Sample.start + 3600), in: .utc)
        let figures = try await store.figures(of: period, hours: Self.always)
        #expect(figures.messages == 3)
        #expect(figures.intents.map(\.name) == ["", "track_order"] && figures.intents.map(\.count) == [2, 1])
        #expect(figures.teams.map(\.name) == ["customer_service", "legal"])
        #expect(figures.days.last?.polarity.counts == [1, 0, 2, 0, 0])
        let rule = FigureRule(intent: "track_order", template: "track_order/fr/1")
        #expect(figures.rules == [RuleFigures(rule: rule, verdicts: [.untouched: 1, .edited: 1])])
        #expect(figures.firstAnswer.count == 1 && figures.firstAnswer.median == 600)
        let topic = ComplaintTopic("track_order", at: ChannelAccount(channel: "email", account: "default"))
        #expect(try await store.complaints(in: [Sample.start..<Sample.start + 3600]) == [[topic: 1]])
        #expect(figures.reviewWait.count == 2 && figures.reviewWait.p90 == 600)
        try store.close()
    }

    /// One case: a message answered as the bot proposed, then one answered by a colleague's own text; and a line that is no JSON.
    private static let old = """
        INSERT INTO cases (
            id, channel, account, conversation, status, version, disposition, team, priority, due, opened_at, waits_since,
            needs_second_reader, intent, question, question_language, question_visibility, is_leaving, message_id, messages)
        VALUES (1, 'email', 'default', 'c', 'answered', 4, 'draft', 'customer_service', 3, 0, :start, :start, 0, 'track_order', 'm2',
            'fr', 'private', 0, 2, 3);
        INSERT INTO messages (id, case_id, channel, account, external_id, text, visibility, kind, received_at, disposition, line, rulebook, audit)
        VALUES
            (1, 1, 'email', 'default', 'm1', 'x', 'private', 'message', :start, 'draft',
                CAST('{"intents":[{"name":"track_order"}],"polarity":-2,"team":"legal"}' AS BLOB), 'r', 1),
            (2, 1, 'email', 'default', 'm2', 'x', 'private', 'message', :start + 700, 'draft',
                CAST('{"intents":[],"polarity":0,"team":"customer_service"}' AS BLOB), 'r', 2),
            (3, 1, 'email', 'default', 'm3', NULL, 'private', 'message', :start + 800, 'ignore', NULL, 'r', 3);
        INSERT INTO drafts (id, case_id, text, language, visibility, template, author, in_reply_to, findings, since_version, state) VALUES
            (1, 1, 'x', 'fr', 'private', 'track_order/fr/1', NULL, 'm1', 0, 1, 'proposed'),
            (2, 1, 'x', 'fr', 'private', 'track_order/fr/1', NULL, 'm2', 0, 2, 'replaced'),
            (3, 1, 'y', 'fr', 'private', NULL, 'zoe', 'm2', 0, 3, 'proposed');
        INSERT INTO approvals (id, draft_id, approved_by, approved_at, undo_until, delivery) VALUES
            (1, 1, 'zoe', :start + 600, :start + 610, 'd1'), (2, 3, 'zoe', :start + 1000, :start + 1010, 'd2');
        UPDATE drafts SET state = 'sent', approval_id = 1 WHERE id = 1;
        UPDATE drafts SET state = 'approved', approval_id = 2 WHERE id = 3;
        """

    @Test("a period is read from stretches of indexes alone, and nothing is sorted")
    func plans() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        try SQLiteStore(path: path).close()
        let queue = try DatabaseQueue(path: path)
        let plans = try queue.read { db in
            try SQLiteStore.figureStatements.map { sql in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: [0, 1]).map { $0["detail"] as String }.joined(
                    separator: " ")
            }
        }
        #expect(plans.count == 3)
        for plan in plans { #expect(plan.contains("SEARCH") && !plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "\(plan)") }
        #expect(plans[1].contains("COVERING INDEX verdicts_by_time") && plans[2].contains("COVERING INDEX deliveries_by_time"))
        try queue.close()
    }

    /// Set `COURTOIS_FIGURES` to a number of messages to see how long a period of ninety days takes.
    @Test(
        "ninety days of a million messages", .enabled(if: ProcessInfo.processInfo.environment["COURTOIS_FIGURES"] != nil),
        .timeLimit(.minutes(10)))
    func million() async throws {
        let most = try #require(ProcessInfo.processInfo.environment["COURTOIS_FIGURES"].flatMap(Int.init))
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        let now = Sample.start
        try await store.pool.writeWithoutTransaction { db in try db.execute(sql: Self.many, arguments: ["most": most, "now": now.seconds]) }
        let period = FigurePeriod(days: 90, through: TimeZoneTable.utc.day(at: now), in: .utc)
        var times: [Duration] = []
        for _ in 0..<5 {
            let start = ContinuousClock().now
            let figures = try await store.figures(of: period, hours: Self.always)
            times.append(ContinuousClock().now - start)
            #expect(figures.messages == most && figures.reviewWait.count == most)
        }
        print("figures of 90 days, \(most) messages, as many verdicts and deliveries: \(times.map { "\($0)" })")
        try store.close()
    }

    /// Every message is answered by a review of its own and delivered: more than any desk of people does.
    private static let many = """
        PRAGMA foreign_keys = OFF;
        INSERT INTO message_counts (hour, kind, name, count)
        WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :most)
        SELECT (:now - i * (88 * 86400) / :most) / 3600, k.kind,
            CASE k.kind WHEN 'channel' THEN 'c' || (i % 6) WHEN 'team' THEN 'customer_service' WHEN 'polarity' THEN i % 5 - 2
                ELSE 'intent_' || (i * 7 % 61) END, count(*)
        FROM n, (SELECT 'channel' AS kind UNION SELECT 'team' UNION SELECT 'polarity' UNION SELECT 'intent') k GROUP BY 1, 2, 3;
        INSERT INTO drafting_rules (intent, template)
        WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 300)
        SELECT 'intent_' || (i % 61), 'intent_' || (i % 61) || '/fr/private/' || (i / 61) FROM n;
        INSERT INTO verdicts (case_id, draft_id, verdict, rule_id, at, waits_since, opened_at)
        WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :most)
        SELECT i + 1, i + 1, CASE WHEN i % 4 THEN 'untouched' ELSE 'edited' END, 1 + i % 300, :now - i * (88 * 86400) / :most,
            :now - i * (88 * 86400) / :most - i % 90000, CASE WHEN i % 3 THEN NULL ELSE :now - i * (88 * 86400) / :most - 9 END FROM n;
        INSERT INTO deliveries (
            id, case_id, draft_id, approval_id, channel, account, conversation, in_reply_to, visibility, state, attempts, queued_at, due_at,
            expires, leases)
        WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :most)
        SELECT i + 1, i + 1, i + 1, i + 1, 'c', 'a', 'v', 'm', 'private', CASE WHEN i % 50 THEN 'sent' ELSE 'refused' END, 1,
            :now - i * (88 * 86400) / :most, 0, 0, 1 FROM n;
        """
}
