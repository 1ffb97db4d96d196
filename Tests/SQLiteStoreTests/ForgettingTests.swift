import Desk
import GRDB
import Support
import Synchronization
import Testing

@testable import SQLiteStore

@Suite("Forgetting beside those who work")
struct ForgettingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func store() throws -> SQLiteStore { try SQLiteStore(path: folder.path + "/desk.sqlite") }

    private static let late = Sample.start + 400 * 86400

    /// A case that was answered, with a note and a word with the approval.
    private func answered(_ id: String, _ store: SQLiteStore) async throws {
        let number = try await store.receive(Sample.arrival(id, author: "zoe@example.fr")).caseNumber
        _ = try await store.review(ReviewChange(number, .note("vue"), by: Sample.zoe, at: Sample.start)).get()
        let approval = ReviewAction.approve(note: "bien", acceptsFindings: false, delivery: "d-\(id)")
        _ = try await store.review(ReviewChange(number, version: 1, approval, by: Sample.zoe, at: Sample.start)).get()
    }

    @Test("nothing that retention and erasure do while they keep others from writing looks through a whole table")
    func plans() async throws {
        let store = try store()
        try await answered("m1", store)
        try await answered("m2", store)
        let seen = Statements()
        try await store.pool.writeWithoutTransaction { db in db.trace(options: .statement) { seen.add($0.description) } }
        _ = try await store.export(CustomerID("zoe@example.fr"), by: "ada", at: Sample.start)
        #expect(try await store.retain(RetentionTerms(), by: "ada", at: Self.late) == RetentionReport(messages: 2, drafts: 2))
        _ = try await store.receive(Sample.arrival("m3", author: "zoe@example.fr"))
        _ = try await store.erase(CustomerID("zoe@example.fr"), by: "ada", at: Self.late)
        let statements = seen.all.filter { $0.hasPrefix("UPDATE") || $0.hasPrefix("DELETE") || $0.hasPrefix("SELECT") }
        #expect(statements.contains { $0.hasPrefix("UPDATE approvals") } && statements.contains { $0.hasPrefix("UPDATE notes") })
        let looking = try await store.pool.read { db in
            try statements.flatMap { sql in
                let plan = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
                plan.setUncheckedArguments(StatementArguments())
                return try Row.fetchAll(plan).map { "\($0["detail"] as String): \(sql)" }
            }.filter { $0.hasPrefix("SCAN") && !Self.isBounded($0) }
        }
        #expect(looking == [])
    }

    /// The end of a table, and tables that never hold much.
    private static func isBounded(_ plan: String) -> Bool {
        plan.hasSuffix("LIMIT 1") || ["freezes", "repeated_requests", "message_words"].contains { plan.hasPrefix("SCAN \($0)") }
    }

    @Test("retention works in portions, each a transaction with its row, so that nobody waits for all of it")
    func portions() async throws {
        let store = try store()
        let count = 2 * SQLiteStore.portion + 50
        _ = await store.receive((0..<count).map { Sample.arrival("m\($0)", disposition: .ignore) })
        for number in 1...Int64(count) {
            // A note each, so that the rows of one kind are not all there is.
            _ = try await store.review(ReviewChange(number, .note("vue"), by: Sample.zoe, at: Sample.start)).get()
        }
        #expect(try await store.retain(RetentionTerms(), by: "ada", at: Self.late) == RetentionReport(messages: count, drafts: 0))
        let rows = try await store.audit(after: 0, most: 5000)
        #expect(
            rows.filter { $0.action == .retained }.map(\.detail)
                == ["200 messages, 0 drafts", "200 messages, 0 drafts", "50 messages, 0 drafts"])
        #expect(rows.filter { $0.action == .noted }.allSatisfy { $0.detail == nil })
        let left = try await store.pool.read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT (SELECT count(*) FROM messages WHERE text IS NOT NULL) + (SELECT count(*) FROM notes WHERE text IS NOT NULL)
                    """)
        }
        #expect(left == 0)
        // Run again, it says that there was nothing.
        #expect(try await store.retain(RetentionTerms(), by: "ada", at: Self.late) == RetentionReport(messages: 0, drafts: 0))
    }

    @Test("messages that a clock set back put out of their order are forgotten with the others")
    func disorder() async throws {
        let store = try store()
        for (id, seconds) in [("m1", 0), ("m2", 7200), ("m3", 3600)] {
            _ = try await store.receive(Sample.arrival(id, disposition: .ignore, at: Sample.start + seconds))
        }
        let report = try await store.retain(RetentionTerms(), by: "ada", at: Sample.start + 365 * 86400 + 5000)
        #expect(report.messages == 2)
        #expect(try await store.file(of: 2)?.messages.first?.text != nil)
    }

    @Test("rows of exports that named the customer, as they once did, lose the name with an erasure, and the chain stays whole")
    func oldExports() async throws {
        let store = try store()
        try await answered("m1", store)
        for name in ["zoe@example.fr", "max@example.fr"] {
            try await store.group.perform { session in
                try session.record(.exported, "customer", by: "ada", at: Sample.start, detail: name)
            }
        }
        _ = try await store.erase(CustomerID("zoe@example.fr"), by: "ada", at: Sample.start)
        let rows = try await store.audit(after: 0, most: 50).filter { $0.action == .exported }
        #expect(rows.map(\.detail) == [nil, "max@example.fr"] && rows.map { $0.salt == nil } == [true, false])
        guard case .whole = try await store.verifyAudit() else {
            Issue.record("the chain is broken")
            return
        }
    }

    @Test("an older store loses the names of those who were exported and then erased, and of nobody else")
    func olderStore() async throws {
        let path = folder.path + "/desk.sqlite"
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "9")
        try await queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO cases (id, channel, account, conversation, status, version, disposition, team, priority, due, opened_at,
                        waits_since, needs_second_reader, question, question_language, question_visibility, is_leaving, message_id, messages)
                    VALUES (1, 'standard', 'default', 'c', 'waiting', 1, 'human', 'legal', 1, 5, 1, 1, 0, 'm', 'fr', 'private', 0, 1, 1);
                    INSERT INTO messages (id, case_id, channel, account, external_id, author_id, text, visibility, kind, received_at,
                        disposition, rulebook, audit)
                    VALUES (1, 1, 'standard', 'default', 'm', 'max', 'mot', 'private', 'message', 1, 'human', 'r', 1);
                    INSERT INTO audit_rows (sequence, at, actor, action, subject, detail, salt, digest, hash) VALUES
                        (1, 1, 'ada', 'exported', 'customer', 'max', zeroblob(16), zeroblob(32), zeroblob(32)),
                        (2, 1, 'ada', 'exported', 'customer', 'zoe', zeroblob(16), zeroblob(32), zeroblob(32));
                    """)
        }
        try queue.close()
        #expect(try await store().audit(after: 0, most: 9).map(\.detail) == ["max", nil])
    }
}

/// Statements that a connection has run, each once.
private final class Statements: Sendable {
    private let texts = Mutex<Set<String>>([])

    func add(_ text: String) { _ = texts.withLock { $0.insert(text) } }

    var all: [String] { texts.withLock { $0.sorted() } }
}
