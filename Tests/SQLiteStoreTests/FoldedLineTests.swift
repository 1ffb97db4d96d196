import Desk
import Foundation
import GRDB
import Support
import Testing

@testable import SQLiteStore

@Suite("Lines of decisions, folded")
struct FoldedLineTests {
    /// Folds and unfolds with phrases of its own.
    private final class House {
        var phrases: [Int64: FoldedLine.Phrase] = [:]
        let folder = LineFolder()

        func fold(_ line: [UInt8]) throws -> [UInt8] {
            try line.withUnsafeBytes { line in
                try folder.withFolded(line) { phrase, file in
                    let number = QuotedPhraseRecord.number(phrase, file)
                    phrases[number] = FoldedLine.Phrase(text: Array(phrase), file: Array(file))
                    return number
                } _: {
                    Array($0)
                }
            }
        }

        func unfold(_ kept: [UInt8]) -> [UInt8]? { kept.withUnsafeBytes { kept in FoldedLine.unfold(kept) { phrases[$0] } } }
    }

    @Test("a phrase and its file become a number, and come back to the byte")
    func exact() throws {
        let house = House()
        let line = Array("{\"id\":\"é\",\"evidence\":[\(Sample.evidence(9)),\(Sample.evidence(300, phrase: "là {date}"))]}\n".utf8)
        let kept = try house.fold(line)
        #expect(3 * kept.count < line.count * 2 && house.phrases.count == 2)
        #expect(house.unfold(kept) == line)
        #expect(house.phrases.values.contains(.init(text: Array("là {date}".utf8), file: Array("delivery/track_order.yaml".utf8))))
    }

    @Test(
        "what is no evidence stays as it is",
        arguments: [
            "", "{", "{\"phrase\":\"", "{\"phrase\":\"a\",\"source\":\"f:1\",\"points\":1,\"span\":[0,1],\"text\":\"a\"",
            "{\"phrase\":\"a\",\"source\":\"f\",\"points\":1,\"span\":[0,1],\"text\":\"a\"}",
            "{\"phrase\":\"a\",\"source\":\"f:\",\"points\":1,\"span\":[0,1],\"text\":\"a\"}",
            "{\"phrase\":\"a\",\"source\":\"f:01\",\"points\":1,\"span\":[0,1],\"text\":\"a\"}",
            "{\"phrase\":\"a\",\"source\":\"f:1\",\"points\":-1,\"span\":[0,1],\"text\":\"a\"}",
            "{\"phrase\":\"a\",\"source\":\"f:1\",\"points\":1,\"span\":[2,1],\"text\":\"a\"}",
            "{\"phrase\":\"a\",\"source\":\"f:1\",\"points\":9999999999,\"span\":[0,1],\"text\":\"a\"}",
            "{\"phrase\":\"a\\\",\"source\":\"f:1\",\"points\":1,\"span\":[0,1],\"text\":\"a\"}",
        ])
    func others(_ line: String) throws {
        let house = House()
        let kept = try house.fold(Array(line.utf8))
        #expect(house.phrases.isEmpty && kept.count <= line.utf8.count + 1)
        #expect(house.unfold(kept) == Array(line.utf8))
    }

    @Test("100,000 lines that were tampered with come back to the byte, and kept ones that were never crash")
    func fuzz() throws {
        let house = House()
        var random = SplitMix(23)
        let pieces = [
            Sample.evidence(9), Sample.evidence(0, phrase: ""), "{\"phrase\":\"", "\\\\\"", "\\", "\"", "{", "}", ":", ",\"points\":", "12",
            "],\"text\":\"", "\u{1}", "\u{2}", "\u{3}", "é",
        ].map { Array($0.utf8) }
        var folded = 0
        for _ in 0..<100_000 {
            var line: [UInt8] = []
            for _ in 0..<Int.random(in: 0...6, using: &random) { line += pieces[Int.random(in: 0..<pieces.count, using: &random)] }
            if !line.isEmpty, Bool.random(using: &random) {
                line[Int.random(in: 0..<line.count, using: &random)] = UInt8.random(in: 1...255, using: &random)
            }
            var kept = try house.fold(line)
            let isWhole = house.unfold(kept) == line
            // A line that begins like a folded one is none that is written here.
            #expect(isWhole || line.first == FoldedLine.mark)
            if kept.count < line.count { folded += 1 }
            if !kept.isEmpty { kept[Int.random(in: 0..<kept.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            _ = house.unfold(kept)
        }
        #expect(folded > 10_000)
    }

    @Test("a phrase is kept once, and decisions read as they were made")
    func once() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/a.sqlite")
        let arrivals = (0..<20).map { Sample.arrival("m\($0)", conversation: "c\($0 % 3)") }
        for arrival in arrivals { #expect(try await store.receive(arrival).caseNumber > 0) }
        let lines = try await (1...3).asyncMap { try await store.file(of: $0)?.messages ?? [] }.flatMap { $0 }
        #expect(lines.count == 20)
        for message in lines { #expect(message.line == arrivals.first { $0.message.id == message.id }?.line) }
        let (phrases, longest) = try await store.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT count(*) FROM quoted_phrases"),
                try Int.fetchOne(db, sql: "SELECT max(length(line)) FROM messages")
            )
        }
        #expect(phrases == 1 && 2 * (longest ?? 0) < arrivals[19].line.count)
        #expect(try await store.receive(arrivals[7]) == .duplicate(case: 2, line: arrivals[7].line))
    }

    @Test("where another phrase has a number already, the line keeps its own words")
    func collision() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/a.sqlite")
        let arrival = Sample.arrival("m1")
        _ = try await store.receive(arrival)
        let changed = "UPDATE quoted_phrases SET phrase = 'another'; DELETE FROM messages"
        try await SQLiteStore(path: folder.path + "/a.sqlite").pool.write { db in try db.execute(sql: changed) }
        let later = try SQLiteStore(path: folder.path + "/a.sqlite")
        _ = try await later.receive(Sample.arrival("m2", conversation: "d"))
        #expect(try await later.file(of: 2)?.messages.first?.line == Sample.arrival("m2", conversation: "d").line)
    }

    @Test("a phrase that came with a message that could not be kept comes again with the next")
    func undone() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/a.sqlite")
        let arrivals = [Sample.arrival("m1", name: String(repeating: "z", count: 2000)), Sample.arrival("m2")]
        let results = await store.receive(arrivals)
        #expect(throws: StoreFailure.self) { try results[0].get() }
        let number = try results[1].get().caseNumber
        #expect(try await store.file(of: number)?.messages.first?.line == arrivals[1].line)
    }

    @Test("a decision whose phrase is gone is damage, for whoever reads it and for the proof of the trail")
    func damaged() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/a.sqlite")
        _ = try await store.receive(Sample.arrival("m1"))
        guard case .whole = try await store.verifyAudit() else {
            Issue.record("the chain is broken before anything is gone")
            return
        }
        try await store.pool.write { db in try db.execute(sql: "DELETE FROM quoted_phrases") }
        #expect(try await store.verifyAudit() == .broken(at: 1, .decision))
        await #expect(throws: StoreFailure.corrupt(place: folder.path + "/a.sqlite")) { try await store.file(of: 1) }
    }

    @Test("lines that were kept before there were numbers are read as they are")
    func earlier() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/a.sqlite")
        let arrival = Sample.arrival("m1")
        _ = try await store.receive(arrival)
        try await store.pool.write { db in
            try db.execute(sql: "UPDATE messages SET line = ?; DELETE FROM quoted_phrases", arguments: [Data(arrival.line)])
        }
        #expect(try await store.file(of: 1)?.messages.first?.line == arrival.line)
        guard case .whole = try await store.verifyAudit() else {
            Issue.record("a line of before breaks the chain")
            return
        }
    }

    @Test("numbers that are hashes are found again, and no other")
    func numbers() {
        var random = SplitMix(5)
        var set = NumberSet()
        let numbers = (0..<5000).map { _ in Int64.random(in: .min ... .max, using: &random) }
        for number in numbers { set.insert(number) }
        for number in numbers { #expect(set.contains(number) && !set.contains(number &+ 1) && !set.contains(0)) }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
