import Desk
import GRDB
import Support
import Testing

@testable import SQLiteStore

@Suite("Constraints that cost less")
struct Migration6Tests {
    /// A store as it was before, with a message in it.
    private func older(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "2")
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO cases (id, channel, account, conversation, status, version, disposition, team, priority, due, opened_at,
                        waits_since, needs_second_reader, question, question_language, question_visibility, is_leaving, message_id, messages)
                    VALUES (1, 'standard', 'default', 'old', 'waiting', 1, 'human', 'legal', 1, 5, 1, 1, 0, 'm', 'fr', 'private', 0, 1, 1);
                    INSERT INTO messages (id, case_id, channel, account, external_id, text, visibility, kind, received_at, disposition,
                        rulebook, audit)
                    VALUES (1, 1, 'standard', 'default', 'm', 'mot', 'private', 'message', 1, 'human', 'r', 1);
                    INSERT INTO drafts (id, case_id, text, language, visibility, in_reply_to, findings, since_version, state)
                    VALUES (1, 1, 'oui', 'fr', 'private', 'm', 0, 1, 'proposed');
                    """)
        }
        try queue.close()
    }

    @Test("an older store is taken over as it is, whole, and with no list that is built for each row", arguments: [true, false])
    func rewritten(isOlder: Bool) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        if isOlder { try older(path) }
        let store = try SQLiteStore(path: path)
        _ = try await store.receive(Sample.arrival("m1"))
        let (check, sql) = try await store.pool.read { db in
            (
                try String.fetchAll(db, sql: "PRAGMA integrity_check"),
                try String.fetchAll(
                    db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name IN ('cases', 'messages', 'drafts')")
            )
        }
        #expect(check == ["ok"] && sql.count == 3)
        for table in sql { #expect(table.firstMatch(of: /IN \([^),]*,[^),]*,/) == nil, "\(table)") }
        #expect(try await store.file(of: isOlder ? 2 : 1)?.messages.map(\.id) == ["m1"])
        if isOlder { #expect(try await store.file(of: 1)?.messages.map(\.text) == ["mot"]) }
    }

    @Test(
        "what may be kept is what it was: every name of before, and no other",
        arguments: [
            ("cases", "status", ["waiting", "answered", "closed"]),
            ("cases", "disposition", ["draft", "send", "human", "moderate", "ignore"]),
            ("messages", "disposition", ["draft", "send", "human", "moderate", "ignore"]),
            ("messages", "kind", ["message", "comment", "review", "mention", "email"]),
            ("drafts", "state", ["proposed", "replaced"]),
        ])
    func enforced(_ table: String, _ column: String, _ names: [String]) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        try older(path)
        let store = try SQLiteStore(path: path)
        try await store.pool.write { db in
            for name in names { try db.execute(sql: "UPDATE \(table) SET \(column) = ?", arguments: [name]) }
            for name in ["", "Waiting", "other", "draft "] {
                #expect(throws: DatabaseError.self) { try db.execute(sql: "UPDATE \(table) SET \(column) = ?", arguments: [name]) }
            }
        }
    }

    @Test("a draft’s state goes with its approval, its person and its reason as before")
    func draftStates() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        try older(path)
        let store = try SQLiteStore(path: path)
        try await store.pool.write { db in
            for change in ["state = 'approved'", "state = 'sent'", "state = 'rejected'", "state = 'superseded'", "state_reason = 'x'"] {
                #expect(throws: DatabaseError.self, "\(change)") { try db.execute(sql: "UPDATE drafts SET \(change)") }
            }
            try db.execute(sql: "UPDATE drafts SET state = 'rejected', state_by = 'zoe', state_reason = 'froid'")
            try db.execute(sql: "UPDATE drafts SET state = 'superseded', state_by = NULL, state_reason = 'closed'")
        }
    }

    @Test("salts are sixteen bytes, and no two are alike")
    func salts() {
        var source = SaltSource()
        let salts = (0..<1000).map { _ in source.next() }
        #expect(salts.allSatisfy { $0.count == 16 } && Set(salts).count == 1000)
    }
}
