import Desk
import DeskHouse
import Foundation
import GRDB
import GRDBSQLite
import Support
import Testing

@testable import SQLiteStore

@Suite("The store in SQLite, beyond the kit")
struct SQLiteStoreTests {
    @Test("what was returned is there after the process is gone, and in every process at once")
    func reopening() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        let first = try SQLiteStore(path: path)
        let second = try SQLiteStore(path: path, .existing)
        #expect(try await first.receive(Sample.arrival("m1")) == .stored(case: 1))
        #expect(try await second.receive(Sample.arrival("m2")) == .stored(case: 2))
        #expect(try await first.receive(Sample.arrival("m3", conversation: "of-m2")) == .stored(case: 2))
        let action = ReviewAction.approve(note: nil, acceptsFindings: false, delivery: "d1")
        _ = try await second.review(ReviewChange(1, version: 1, action, by: Sample.zoe, at: Sample.start)).get()
        guard case .whole(let rows, _) = try await first.verifyAudit() else {
            Issue.record("the chain is broken")
            return
        }
        #expect(rows == 4)
        try first.close()
        try second.close()
        let again = try SQLiteStore(path: path, .existing)
        #expect(try await again.file(of: 2)?.messages.map(\.id) == ["m2", "m3"])
        #expect(try await again.file(of: 1)?.case.status == .answered)
    }

    @Test("two reviewers who race on every draft give one approval and one delivery each")
    func races() async throws {
        let count = ProcessInfo.processInfo.environment["COURTOIS_RACES"].flatMap(Int.init) ?? 1000
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        _ = await store.receive((1...count).map { Sample.arrival("m\($0)") })
        let wins = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for reviewer in [Sample.zoe, Sample.max] {
                for lane in 0..<16 {
                    group.addTask {
                        var won: [Int64] = []
                        for number in stride(from: Int64(lane + 1), through: Int64(count), by: 16) {
                            let action = ReviewAction.approve(note: nil, acceptsFindings: false, delivery: "\(reviewer.name)-\(number)")
                            let change = ReviewChange(number, version: 1, action, by: reviewer, at: Sample.start)
                            if case .success = try await store.review(change) { won.append(number) }
                        }
                        return won
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(wins.count == count && Set(wins).count == count)
        let (approvals, deliveries, drafts) = try await store.pool.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT count(*) FROM approvals"), try Int.fetchOne(db, sql: "SELECT count(*) FROM deliveries"),
                try Int.fetchOne(db, sql: "SELECT count(DISTINCT draft_id) FROM deliveries")
            )
        }
        #expect(approvals == count && deliveries == count && drafts == count)
        guard case .whole(let rows, _) = try await store.verifyAudit() else {
            Issue.record("the chain is broken")
            return
        }
        #expect(rows == Int64(2 * count))
    }

    @Test(
        "what is changed behind the program's back is seen",
        arguments: [
            ("UPDATE audit_rows SET actor = 'max' WHERE sequence = 2", AuditVerdict.broken(at: 2, .changed)),
            ("UPDATE audit_rows SET detail = 'autre' WHERE sequence = 2", .broken(at: 2, .detail)),
            ("DELETE FROM audit_rows WHERE sequence = 2", .broken(at: 3, .missing)),
            ("UPDATE messages SET line = CAST('{}' AS BLOB) WHERE id = 2", .broken(at: 3, .decision)),
        ])
    func tampering(_ sql: String, _ verdict: AuditVerdict) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        _ = try await store.receive(Sample.arrival("m1"))
        _ = try await store.review(ReviewChange(1, .note("vu"), by: Sample.zoe, at: Sample.start)).get()
        _ = try await store.receive(Sample.arrival("m2"))
        try await store.pool.write { try $0.execute(sql: sql) }
        #expect(try await store.verifyAudit() == verdict)
    }

    @Test("a backup taken while messages come in is whole, for this user alone, and works in the store's place")
    func backup() async throws {
        let folder = try TemporaryFolder()
        let (path, copy) = (folder.path + "/desk.sqlite", folder.path + "/copy.sqlite")
        let store = try SQLiteStore(path: path)
        for number in 1...20 { _ = try await store.receive(Sample.arrival("m\(number)")) }
        async let during: Void = {
            for number in 21...60 { _ = try await store.receive(Sample.arrival("m\(number)")) }
        }()
        try await store.backup(to: copy)
        try await during
        await #expect(throws: StoreFailure.exists(place: copy)) { try await store.backup(to: copy) }
        try store.close()
        #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)

        // Restored as the help says.
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
        try FileManager.default.moveItem(atPath: copy, toPath: path)
        let restored = try SQLiteStore(path: path, .existing)
        guard case .whole(let rows, _) = try await restored.verifyAudit() else {
            Issue.record("the chain is broken")
            return
        }
        #expect(rows >= 20)
        #expect(try await restored.file(of: 20)?.messages.map(\.id) == ["m20"])
        #expect(try await restored.receive(Sample.arrival("new")) == .stored(case: rows + 1))
    }

    @Test("what was erased is in no byte of the file or its journal")
    func traces() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        let store = try SQLiteStore(path: path)
        for number in 1...30 {
            let text = number == 7 ? "Mes coordonnées : rue des Trésors-Cachés" : "Où est mon colis \(number) ?"
            _ = try await store.receive(Sample.arrival("m\(number)", text: text, author: number == 7 ? "author-seven" : "other"))
        }
        _ = try #require(try await store.erase(CustomerID("author-seven"), by: "ada", at: Sample.start))
        for end in ["", "-wal"] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path + end))
            #expect(
                bytes.range(of: Data("Trésors-Cachés".utf8)) == nil && bytes.range(of: Data("tresors".utf8)) == nil
                    && bytes.range(of: Data("author-seven".utf8)) == nil, "\(end)")
        }
        try store.close()
    }

    @Test("a page of the queue is read from an index, whatever is asked")
    func plans() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        _ = try await store.receive(Sample.arrival("m1"))
        let place = QueuePlace(priority: .p3, due: Sample.start, number: 1)
        let fax = QueueFilter(channel: "fax")
        for query in [
            QueueQuery(), QueueQuery(after: place), QueueQuery(team: .legal), QueueQuery(team: .legal, after: place),
            QueueQuery(filter: fax), QueueQuery(team: .legal, filter: fax, after: place, mostRead: 1),
        ] {
            let plan = try await store.pool.read { db in
                let steps = try Query(db, "EXPLAIN QUERY PLAN " + QueueSQL(query, db).page)
                var plan = ""
                while try steps.next() { plan += steps.text(3) + " " }
                return plan
            }
            #expect(plan.contains("INDEX cases_waiting"), "\(plan)")
            // Only the page that was found is sorted.
            #expect(plan.matches(of: /TEMP B-TREE/).count <= 1, "\(plan)")
        }
    }

    @Test("a page of a long queue is no more work than one of a short queue, wherever it starts")
    func longQueue() async throws {
        let (short, long) = (try await pageSteps(cases: 1_000), try await pageSteps(cases: 50_000))
        for (short, long) in zip(short, long) { #expect(short > 0 && long < short * 3 / 2, "\(long) steps instead of \(short)") }
    }

    /// Set `COURTOIS_CASES` to a number of cases to see how long a page takes.
    @Test("a page of a full queue takes 20 ms at most", .enabled(if: ProcessInfo.processInfo.environment["COURTOIS_CASES"] != nil))
    func fullQueue() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        try SQLiteStore(path: path).close()
        try FullStore.fill(path, FullStore.count)
        let store = try SQLiteStore(path: path, .existing)
        for query in [QueueQuery(), QueueQuery(team: .legal), QueueQuery(filter: QueueFilter(channel: "x"), mostRead: 200_000)] {
            var times: [Duration] = []
            for _ in 0..<40 {
                let start = ContinuousClock.now
                let page = try await store.queue(query)
                times.append(ContinuousClock.now - start)
                #expect(page.items.count == 50)
            }
            times.sort()
            print("a page of \(FullStore.count) cases: \(times[20]) in the middle, \(times[37]) for 95 of 100")
            #expect(times[20] < .milliseconds(20))
        }
        try store.close()
    }

    /// Steps of SQLite’s machine for the first page of a queue, one from its middle, and the same for one team.
    private func pageSteps(cases count: Int) async throws -> [Int32] {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        try await store.pool.write { db in
            try db.execute(sql: Self.manyCases, arguments: ["count": count])
        }
        let middle = QueuePlace(priority: .p3, due: Sample.start + count / 2, number: 0)
        var steps: [Int32] = []
        for query in [QueueQuery(), QueueQuery(after: middle), QueueQuery(team: .legal), QueueQuery(team: .legal, after: middle)] {
            let page = try await store.queue(query)
            #expect(page.items.count == 50 && page.next != nil && page.items[0].case.draft != nil)
            steps.append(
                try await store.pool.read { db in
                    let sql = try QueueSQL(query, db)
                    var read = try Query(db, sql.page)
                    sql.bind(&read)
                    read.bind(query.most + 1)
                    while try read.next() {}
                    return sqlite3_stmt_status(try db.cachedStatement(sql: sql.page).sqliteStatement, SQLITE_STMTSTATUS_VM_STEP, 1)
                })
        }
        return steps
    }

    /// Cases of every priority and of two teams, each with a message and a draft.
    private static let manyCases = """
        INSERT INTO cases (id, channel, account, conversation, status, version, disposition, team, priority, due, opened_at, waits_since,
            needs_second_reader, question, question_language, question_visibility, is_leaving, draft_id, message_id, messages)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
        SELECT i, 'email', 'default', 'c' || i, 'waiting', 1, 'draft', CASE i % 2 WHEN 0 THEN 'legal' ELSE 'customer_service' END,
            1 + i % 4, \(Sample.start.seconds) + i * 7919 % :count, \(Sample.start.seconds), \(Sample.start.seconds), 0, 'm' || i, 'fr',
            'private', 0, i, i, 1 FROM n;
        INSERT INTO messages (id, case_id, channel, account, external_id, author_id, author_name, text, visibility, kind, received_at,
            disposition, line, rulebook, audit)
        SELECT id, id, 'email', 'default', 'm' || id, 'u' || id, 'Zoé Martin', 'Où est ma commande FR-48213 ? Je l’attends depuis lundi.',
            'private', 'message', opened_at, 'draft', zeroblob(1200), 'cafe', id FROM cases;
        INSERT INTO drafts (id, case_id, text, language, visibility, template, in_reply_to, findings, since_version, state)
        SELECT id, id, 'Bonjour, nous regardons où en est votre commande et vous répondrons sous un jour ouvré.', 'fr', 'private', 't',
            'm' || id, 0, 1, 'proposed' FROM cases;
        """
}
