import Desk
import GRDB
import Support
import Testing

@testable import SQLiteStore

@Suite("Users of older stores whose names look the same")
struct UserNameStoreTests {
    @Test("are told apart by a number, and each is found by any form of the name")
    func renamed() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "10")
        try await queue.write { db in
            for name in ["Zoe\u{301}", "zo\u{E9}", "Strauß", "Max"] {
                try db.execute(
                    sql: "INSERT INTO users (name, name_key, role, password, added_at) VALUES (?, ?, 'manager', '$scrypt$', 1)",
                    arguments: [name, name.lowercased()])
            }
        }
        try queue.close()
        let store = try SQLiteStore(path: path)
        let names = try await store.users().map(\.name.text)
        #expect(names.map { Array($0.utf8) } == ["Max", "Strauß", "Zo\u{E9}", "zo\u{E9} 2"].map { Array($0.utf8) })
        for (text, id) in [("ZOE\u{301}", 1), ("zo\u{E9}", 1), ("Zoé 2", 2), ("strauss", 3), ("MAX", 4)] as [(String, Int64)] {
            let name = try #require(UserName(text))
            #expect(try await store.user(named: name)?.id == id, "\(text)")
        }
    }
}
