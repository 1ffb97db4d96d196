import Desk
import GRDB
import Support
import Testing

@testable import SQLiteStore

@Suite("The index of words")
struct WordIndexTests {
    private func store(_ folder: TemporaryFolder) throws -> SQLiteStore { try SQLiteStore(path: folder.path + "/desk.sqlite") }

    /// Numbers of the cases that are found by a word, latest first.
    private func found(_ word: String, _ store: SQLiteStore) async throws -> [Int64] {
        try await store.search(SearchQuery(word)).items.map(\.case.number)
    }

    /// Every word the index holds.
    private func words(_ store: SQLiteStore) throws -> [String] {
        try store.pool.writeWithoutTransaction { db in
            try db.execute(sql: "INSERT INTO message_words (message_words) VALUES ('integrity-check')")
            try db.execute(sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, message_words, row)")
            return try String.fetchAll(db, sql: "SELECT term FROM temp.vocabulary ORDER BY term")
        }
    }

    @Test("a message is found as soon as it is kept, alone, in a batch and in a call")
    func atOnce() async throws {
        let folder = try TemporaryFolder()
        let store = try store(folder)
        _ = try await store.receive(Sample.arrival("m1", text: "tuba"))
        #expect(try await found("tuba", store) == [1])
        _ = await store.receive((2...60).map { Sample.arrival("m\($0)", text: "tuba \($0)") })
        #expect(try await found("tuba", store).count == 50)
        #expect(try await found("60", store) == [60])
        let call = PlatformCall(
            door: ChannelAccount(channel: "standard", account: "default"), onceKey: nil,
            items: [.arrival(Sample.arrival("m61", text: "œufs")), .arrival(Sample.arrival("m62", text: "Œufs"))], at: Sample.start)
        _ = try await store.hear(call)
        #expect(try await found("oeufs", store) == [62, 61])
    }

    @Test("of a message that is unfit the index has no word, of its neighbours all")
    func unfit() async throws {
        let folder = try TemporaryFolder()
        let store = try store(folder)
        let results = await store.receive([
            Sample.arrival("m1", text: "tuba"), Sample.arrival(String(repeating: "x", count: 1001), text: "hautbois"),
            Sample.arrival("m3", text: "basson"),
        ])
        #expect(results.map { if case .success = $0 { true } else { false } } == [true, false, true])
        #expect(try await found("tuba", store) == [1])
        #expect(try await found("basson", store) == [2])
        #expect(try words(store) == ["basson", "martin", "tuba", "zoe"])
    }

    @Test("what is not committed leaves no word", arguments: [1, 2])
    func undone(_ count: Int) async throws {
        let folder = try TemporaryFolder()
        let store = try store(folder)
        await #expect(throws: StoreFailure.self) {
            try await store.group.perform { session in
                _ = try session.receive((0..<count).map { Sample.arrival("m\($0)", text: "tuba") }, place: "")
                try session.indexWords()
                throw StoreFailure.full(place: "")
            }
        }
        #expect(try words(store) == [])
        _ = try await store.receive(Sample.arrival("m1", text: "basson"))
        #expect(try words(store) == ["basson", "martin", "zoe"])
    }

    @Test("what is erased in the transaction it came in leaves no word, and nothing of others is lost")
    func erasedAtOnce() async throws {
        let folder = try TemporaryFolder()
        let store = try store(folder)
        try await store.group.perform { session in
            _ = try session.receive(
                [
                    Sample.arrival("m1", text: "tuba", author: "a", name: "Ève"),
                    Sample.arrival("m2", text: "basson", author: "b", name: "Léo"),
                ], place: "")
            for message in try session.messages(of: CustomerID("a")) { try session.erase(message) }
            _ = try session.receive([Sample.arrival("m3", text: "cor", author: "c", name: "Max")], place: "")
        }
        #expect(try words(store) == ["basson", "cor", "leo", "max"])
        #expect(try await found("basson", store) == [2])
        #expect(try await found("cor", store) == [3])
    }

    @Test("words go with erasure and with retention, from one message and from many")
    func forgotten() async throws {
        let folder = try TemporaryFolder()
        let store = try store(folder)
        _ = await store.receive((1...300).map { Sample.arrival("m\($0)", text: "tuba numéro", author: $0 % 2 == 0 ? "even" : "odd") })
        _ = await store.receive([Sample.arrival("last", text: "basson", author: "odd", disposition: .ignore, name: "Max")])
        _ = try await store.erase(CustomerID("even"), by: "ada", at: Sample.start)
        #expect(try words(store) == ["basson", "martin", "max", "numero", "tuba", "zoe"])
        _ = try await store.retain(RetentionTerms(), by: "courtois", at: Sample.start + 400 * 86400)
        // What waits stays.
        #expect(try words(store) == ["martin", "numero", "tuba", "zoe"])
        _ = try await store.erase(CustomerID("odd"), by: "ada", at: Sample.start)
        #expect(try words(store) == [])
    }

    @Test("names, subjects and texts go in with ligatures as two letters, and out again to the letter")
    func ligatures() async throws {
        let folder = try TemporaryFolder()
        let store = try store(folder)
        _ = await store.receive([
            Sample.arrival("m1", text: "ex æquo, crève-cœur, ŒUVRE, ÆSOP", author: "a", subject: "Vœux", name: "Lœtitia Ægidius"),
            Sample.arrival("m2", text: "œ", author: nil), Sample.arrival("m3", text: "", author: "a", name: ""),
            Sample.arrival("m4", text: "Ã Å ÃÅ é\u{0}æ\nœ œ", author: "a", subject: "", name: "Ž"),
        ])
        #expect(
            try words(store) == [
                "a", "aa", "ae", "aegidius", "aequo", "aesop", "coeur", "creve", "e", "ex", "loetitia", "oe", "oeuvre", "voeux", "z",
            ])
        #expect(try await found("voeux", store) == [1])
        _ = try await store.erase(CustomerID("a"), by: "ada", at: Sample.start)
        #expect(try words(store) == ["oe"])
        #expect(try await found("œ", store) == [2])
    }

    @Test("a store of before goes on with the words it has")
    func migrated() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "7")
        try await queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO cases (id, channel, account, conversation, status, version, disposition, team, priority, due, opened_at,
                        waits_since, needs_second_reader, question, question_language, question_visibility, is_leaving, message_id, messages)
                    VALUES (1, 'standard', 'default', 'old', 'waiting', 1, 'human', 'legal', 1, 5, 1, 1, 0, 'm', 'fr', 'private', 0, 1, 1);
                    INSERT INTO messages (id, case_id, channel, account, external_id, author_id, author_name, text, visibility, kind,
                        received_at, disposition, rulebook, audit)
                    VALUES (1, 1, 'standard', 'default', 'm', 'old', 'Ève', 'tuba', 'private', 'message', 1, 'human', 'r', 1);
                    """)
        }
        try queue.close()
        let store = try SQLiteStore(path: path)
        _ = try await store.receive(Sample.arrival("m2", text: "Tuba"))
        #expect(try await found("tuba", store) == [2, 1])
        #expect(try words(store) == ["eve", "martin", "tuba", "zoe"])
        _ = try await store.erase(CustomerID("old"), by: "ada", at: Sample.start)
        #expect(try words(store) == ["martin", "tuba", "zoe"])
    }
}
