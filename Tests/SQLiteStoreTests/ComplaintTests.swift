import Desk
import GRDB
import Support
import Testing

@testable import SQLiteStore

@Suite("Complaints in SQLite")
struct ComplaintTests {
    @Test("a window is one stretch of the table's own order, and the table has no other index")
    func plan() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        try SQLiteStore(path: path).close()
        let queue = try DatabaseQueue(path: path)
        let (plan, indexes) = try queue.read { db in
            (
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + ComplaintRecord.countStatement, arguments: [0, 1]).map {
                    $0["detail"] as String
                }, try Int.fetchOne(db, sql: "SELECT count(*) FROM pragma_index_list('complaints')")
            )
        }
        #expect(plan.first?.hasPrefix("SEARCH complaints USING PRIMARY KEY (at>? AND at<?)") == true, "\(plan)")
        #expect(indexes == 1)
        try queue.close()
    }

    @Test("nothing that names an author is kept with a complaint")
    func author() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        _ = await store.receive([
            Sample.arrival("m1", author: "a"), Sample.arrival("m2", author: "a", polarity: -1),
            Sample.arrival("m3", author: nil, polarity: -2),
        ])
        let authors = try await store.pool.read { db in
            try Row.fetchAll(db, sql: "SELECT message_id, author FROM complaints ORDER BY message_id").map { [$0[0] as Int, $0[1] as Int] }
        }
        #expect(authors == [[2, 1], [3, -3]])
        try store.close()
    }
}
