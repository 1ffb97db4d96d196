import Desk
import SQLiteStore
import Support
import Testing

@Suite("The store in SQLite")
struct ConformanceTests {
    @Test("conforms", arguments: StoreConformance.all)
    func conforms(_ rule: StoreConformance) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        try await rule.check(store)
        try store.close()
    }

    @Test("a commit waits for the disk: synchronous is FULL on the connection that writes")
    func synchronous() throws {
        let folder = try TemporaryFolder()
        #expect(try SQLiteStore(path: folder.path + "/desk.sqlite").synchronous() == 2)
    }
}
