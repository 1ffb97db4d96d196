import Desk
import Support
import Testing

@testable import SQLiteStore

@Suite("Messages that come together")
struct BatchTests {
    /// Conversations in turns, with what ends, repeats and changes them between.
    private static let arrivals: [Arrival] = {
        var arrivals: [Arrival] = []
        for round in 0..<4 {
            for conversation in ["a", "b", "c"] {
                let number = arrivals.count
                arrivals.append(
                    Sample.arrival(
                        "m\(number)", conversation: conversation, text: "colis \(number)",
                        disposition: [.draft, .send, .ignore, .human, .send][number % 5], priority: number % 4 == 3 ? .p1 : .p3,
                        team: number % 4 == 3 ? .legal : .customerService, at: Sample.start + number,
                        signals: number % 2 == 0 ? ["anger"] : []))
            }
            // The same message once more, and under the name of another conversation.
            arrivals.append(Sample.arrival("m\(round)", conversation: "a"))
            arrivals.append(Sample.arrival("m\(round)", conversation: "elsewhere"))
        }
        return arrivals
    }()

    @Test("a batch leaves what its messages leave one after the other", arguments: [1, 2, 5, 20])
    func sameAsAlone(_ size: Int) async throws {
        let folder = try TemporaryFolder()
        let (batched, single) = (try SQLiteStore(path: folder.path + "/a.sqlite"), try SQLiteStore(path: folder.path + "/b.sqlite"))
        var (inBatches, alone): ([Reception], [Reception]) = ([], [])
        for start in stride(from: 0, to: Self.arrivals.count, by: size) {
            let batch = Array(Self.arrivals[start..<min(start + size, Self.arrivals.count)])
            for result in await batched.receive(batch) { inBatches.append(try result.get()) }
            for arrival in batch { alone.append(try await single.receive(arrival)) }
        }
        #expect(inBatches == alone)
        for number in Int64(1)...4 {
            let (left, right) = (try await batched.file(of: number), try await single.file(of: number))
            #expect((left == nil) == (number == 4) && "\(left as Any)" == "\(right as Any)")
        }
        let (left, right) = (try await batched.queue(QueueQuery()), try await single.queue(QueueQuery()))
        #expect(left.items.map(\.case) == right.items.map(\.case) && !left.items.isEmpty)
        let wanted = SearchQuery("colis")
        #expect(try await batched.search(wanted).items.map(\.case) == single.search(wanted).items.map(\.case))
        guard case .whole(let rows, _) = try await batched.verifyAudit(), case .whole(let others, _) = try await single.verifyAudit() else {
            Issue.record("a chain is broken")
            return
        }
        #expect(rows == others)
    }

    @Test("a message of before is known in the middle of a conversation that begins with its batch")
    func knownAmongNew() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/a.sqlite")
        let first = Sample.arrival("m1", conversation: "a", text: "colis")
        #expect(try await store.receive(first) == .stored(case: 1))
        let batch = [
            Sample.arrival("m2", conversation: "b"), Sample.arrival("m1", conversation: "b", text: "autre"),
            Sample.arrival("m2", conversation: "c"), Sample.arrival("m3", conversation: "b"),
        ]
        var receptions: [Reception] = []
        for result in await store.receive(batch) { receptions.append(try result.get()) }
        #expect(receptions.map(\.caseNumber) == [2, 1, 2, 2])
        #expect(receptions[1] == .duplicate(case: 1, line: first.line) && receptions[2] == .duplicate(case: 2, line: batch[0].line))
        #expect(try await store.file(of: 2)?.messages.map(\.id) == ["m2", "m3"])
        guard case .whole(let rows, _) = try await store.verifyAudit() else {
            Issue.record("the chain is broken")
            return
        }
        #expect(rows == 3)
    }

    @Test("a draft that a later message of its batch overtakes is kept, and says so")
    func overtaken() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/a.sqlite")
        let batch = (1...3).map { Sample.arrival("m\($0)", conversation: "a", text: "colis \($0)", disposition: .draft) }
        for result in await store.receive(batch) { _ = try result.get() }
        let drafts = try #require(try await store.file(of: 1)).drafts
        #expect(drafts.map(\.state) == [.superseded(.customerWroteAgain), .superseded(.customerWroteAgain), .proposed])
        #expect(drafts.map(\.inReplyTo) == ["m1", "m2", "m3"])
    }
}
