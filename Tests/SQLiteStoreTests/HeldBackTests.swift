import Desk
import GRDB
import Support
import Testing

@testable import SQLiteStore

@Suite("What freezes gave back to people in older stores")
struct HeldBackTests {
    @Test("can be approved after all, and counts no more as let go by the rules")
    func mended() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        // As such a store was left: proposed again, and yet approved.
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "8")
        try await queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO cases (id, channel, account, conversation, status, version, disposition, team, priority, due, opened_at,
                        waits_since, needs_second_reader, question, question_language, question_visibility, is_leaving, draft_id, message_id,
                        messages)
                    VALUES (1, 'standard', 'default', 'c', 'waiting', 2, 'send', 'legal', 1, 5, 1, 1, 0, 'm', 'fr', 'private', 0, 1, 1, 1);
                    INSERT INTO messages (id, case_id, channel, account, external_id, text, visibility, kind, received_at, disposition,
                        rulebook, audit)
                    VALUES (1, 1, 'standard', 'default', 'm', 'mot', 'private', 'message', 1, 'send', 'r', 1);
                    INSERT INTO drafts (id, case_id, text, language, visibility, in_reply_to, findings, since_version, state)
                    VALUES (1, 1, 'oui', 'fr', 'private', 'm', 0, 1, 'proposed');
                    INSERT INTO approvals (id, draft_id, approved_by, approved_at, undo_until, delivery) VALUES (1, 1, 'rules', 1, 1, 'd1');
                    INSERT INTO deliveries (id, case_id, draft_id, approval_id, channel, account, conversation, in_reply_to, visibility,
                        state, attempts, queued_at, due_at, expires, leases, code)
                    VALUES (1, 1, 1, 1, 'standard', 'default', 'c', 'm', 'private', 'cancelled', 0, 1, 1, 9, 0, 'frozen');
                    INSERT INTO drafting_rules (id, intent, template) VALUES (1, '', '');
                    INSERT INTO verdicts (case_id, draft_id, verdict, rule_id, at, waits_since) VALUES (1, 1, 'unreviewed', 1, 1, 1);
                    """)
        }
        try queue.close()
        let store = try SQLiteStore(path: path)
        let approval = ReviewAction.approve(note: nil, acceptsFindings: false, delivery: "d2")
        let item = try await store.review(ReviewChange(1, version: 2, approval, by: Sample.zoe, at: Sample.start)).get()
        #expect(item.status == .answered && item.draft?.state.approval?.by == "zoe")
        let verdicts = try await store.pool.read { db in try String.fetchAll(db, sql: "SELECT verdict FROM verdicts") }
        #expect(verdicts == ["untouched"])
    }
}
