import Desk
import Foundation
import GRDB
import Support
import Testing

@testable import SQLiteStore

@Suite("Folding the journal into the file")
struct CheckpointerTests {
    @Test("a long journal is folded in though nobody writes any more")
    func aside() async throws {
        let folder = try TemporaryFolder()
        let house = House(folder)
        let store = try SQLiteStore(path: house.path)
        await house.receive(60, into: store)
        // Far from the length at which the writer folds it in itself.
        #expect(house.bytes("-wal") < 20 << 20)
        for _ in 0..<3000 where house.bytes("") < 8 << 20 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(house.bytes("") >= 8 << 20)
        try store.close()
    }

    @Test("the journal starts over while one commit follows the other, and all of them are in the file")
    func startsOver() async throws {
        let folder = try TemporaryFolder()
        let house = House(folder)
        let store = try SQLiteStore(path: house.path)
        for _ in 0..<40 { await house.receive(20, into: store) }
        // All of them are 160 MiB.
        #expect(house.bytes("-wal") < 96 << 20)
        try store.close()
        let again = try SQLiteStore(path: house.path, .existing)
        let (messages, verdict) = try await again.read { db in
            (try Int.fetchOne(db, sql: "SELECT count(*) FROM messages"), try String.fetchOne(db, sql: "PRAGMA integrity_check"))
        }
        #expect(messages == 800)
        #expect(verdict == "ok")
    }

    @Test("what is erased has left the journal, whatever is being folded at that moment")
    func erased() async throws {
        let folder = try TemporaryFolder()
        let house = House(folder)
        let store = try SQLiteStore(path: house.path)
        for round in 0..<6 {
            await house.receive(50, of: "author-\(round)", into: store)
            #expect(try await store.erase(CustomerID("author-\(round)"), by: "ada", at: Sample.start)?.messages == 50)
            #expect(house.bytes("-wal") == 0)
        }
    }

    /// A store whose messages have two hundred kilobytes each.
    private final class House {
        let path: String
        private var count = 0

        init(_ folder: TemporaryFolder) { path = folder.path + "/desk.sqlite" }

        func receive(_ count: Int, of author: String = "customer-1", into store: SQLiteStore) async {
            let arrivals = (0..<count).map { offset in
                Sample.arrival("m\(self.count + offset)", author: author, padding: 200_000)
            }
            self.count += count
            for result in await store.receive(arrivals) { #expect(throws: Never.self) { try result.get() } }
        }

        func bytes(_ suffix: String) -> Int {
            (try? FileManager.default.attributesOfItem(atPath: path + suffix)[.size] as? Int) ?? 0
        }
    }
}
