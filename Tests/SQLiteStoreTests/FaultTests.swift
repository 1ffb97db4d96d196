import Desk
import Foundation
import GRDB
import Support
import Testing

@testable import SQLiteStore

@Suite("When the disk fails")
struct FaultTests {
    /// A use case that writes: what it needs, and the step whose writes fail one after the other.
    struct UseCase: Sendable, CustomTestStringConvertible {
        let name: String
        let prepare: @Sendable (SQLiteStore) async throws -> Void
        let step: @Sendable (SQLiteStore) async throws -> Void
        var testDescription: String { name }
        /// A probe is one write alone, and of rules there is the audit row alone; all else has one beside its own.
        var leastWrites: Int { ["a probe", "rules that were read again"].contains(name) ? 1 : 2 }
    }

    private static func approve(_ store: SQLiteStore, version: Int = 1) async throws {
        let action = ReviewAction.approve(note: "bien", acceptsFindings: true, delivery: "d\(version)")
        _ = try await store.review(ReviewChange(1, version: version, action, by: Sample.zoe, at: Sample.start + 60)).get()
    }

    private static func receive(_ store: SQLiteStore, _ arrival: Arrival) async throws { _ = try await store.receive(arrival) }

    private static func lease(_ store: SQLiteStore, at seconds: Int = 70) async throws -> [Delivery] {
        try await store.claim(DeliveryClaim(most: 5, mostPerAccount: 5, worker: "w", seconds: 30), now: Sample.start + seconds)
    }

    static let useCases: [UseCase] = [
        UseCase(name: "a first message", prepare: { _ in }) { try await receive($0, Sample.arrival("m1", findings: [Sample.typo])) },
        UseCase(name: "a message that leaves unreviewed", prepare: { _ in }) {
            try await receive($0, Sample.arrival("m1", disposition: .send))
        },
        UseCase(
            name: "the customer writes again after an approval",
            prepare: { store in
                try await receive(store, Sample.arrival("m1", conversation: "c"))
                try await approve(store)
            }, step: { try await receive($0, Sample.arrival("m2", conversation: "c")) }),
        UseCase(name: "an approval", prepare: { try await receive($0, Sample.arrival("m1")) }, step: { try await approve($0) }),
        UseCase(
            name: "an edit", prepare: { try await receive($0, Sample.arrival("m1")) },
            step: { store in
                let edit = ReviewAction.edit(text: "Bonjour", findings: [DraftFinding(Sample.typo)])
                _ = try await store.review(ReviewChange(1, version: 1, edit, by: Sample.zoe, at: Sample.start)).get()
            }),
        UseCase(
            name: "an undo",
            prepare: { store in
                try await receive(store, Sample.arrival("m1"))
                try await approve(store)
            },
            step: { store in
                _ = try await store.review(ReviewChange(1, version: 2, .undo, by: Sample.zoe, at: Sample.start + 61)).get()
            }),
        UseCase(
            name: "a lease",
            prepare: { store in
                try await receive(store, Sample.arrival("m1"))
                try await approve(store)
            }, step: { store in _ = try await lease(store) }),
        UseCase(
            name: "a delivery that was sent",
            prepare: { store in
                try await receive(store, Sample.arrival("m1"))
                try await approve(store)
                _ = try await lease(store)
            },
            step: { store in
                let held = Lease(delivery: 1, number: 1, worker: "w", since: Sample.start + 70, until: Sample.start + 100)
                guard try await store.settle(held, .sent(externalIds: ["p1", "p2"]), now: Sample.start + 71) else { return }
            }),
        UseCase(
            name: "an erasure",
            prepare: { store in
                try await receive(store, Sample.arrival("m1"))
                try await approve(store)
            }, step: { store in _ = try await store.erase(CustomerID("customer-1"), by: "ada", at: Sample.start + 65) }),
        UseCase(
            name: "retention", prepare: { try await receive($0, Sample.arrival("m1", disposition: .ignore)) },
            step: { store in _ = try await store.retain(RetentionTerms(), by: "ada", at: Sample.start + 400 * 86400) }),
        UseCase(
            name: "a platform's call",
            prepare: { store in
                try await receive(store, Sample.arrival("m1", conversation: "c"))
                try await approve(store)
            },
            step: { store in
                let notice = PlatformNotice(
                    channel: "standard", account: "default", kind: "message", type: "message", onceKey: "n",
                    answeredElsewhere: ConversationKey(channel: "standard", account: "default", name: "c"))
                let door = ChannelAccount(channel: "standard", account: "default")
                let items: [PlatformCall.Item] = [.arrival(Sample.arrival("m2")), .notice(notice)]
                _ = try await store.hear(PlatformCall(door: door, onceKey: "k", items: items, at: Sample.start))
            }),
        UseCase(
            name: "calls that are heard together", prepare: { try await receive($0, Sample.arrival("m1", conversation: "c")) },
            step: { store in
                let door = ChannelAccount(channel: "standard", account: "default")
                let calls = (0..<3).map { number in
                    let arrival = Sample.arrival("m2-\(number)", conversation: "c\(number)")
                    return PlatformCall(door: door, onceKey: "k\(number)", items: [.arrival(arrival)], at: Sample.start)
                }
                for result in await store.hear(calls) { _ = try result.get() }
            }),
        UseCase(name: "a probe", prepare: { _ in }, step: { try await $0.probe(at: Sample.start) }),
        UseCase(
            name: "a freeze", prepare: { _ in },
            step: { try await $0.freeze(Freeze(by: "ada", at: Sample.start, reason: "crise")) }),
        UseCase(
            name: "rules that were read again", prepare: { _ in },
            step: { try await $0.note(RulebookReload(.signal, at: Sample.start, .used(hash: "0123456789abcdef"))) }),
    ]

    @Test("whichever write of a use case fails, it says so and nothing of it has happened", arguments: useCases)
    func everyWrite(_ useCase: UseCase) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        try await useCase.prepare(store)
        let before = try store.dump()
        let trap = try Trap(store)
        var failures = 0
        for number in 1...200 {
            trap.arm(number)
            var failure: StoreFailure?
            do { try await useCase.step(store) } catch let error as StoreFailure { failure = error }
            guard trap.hasTripped else { break }
            failures += 1
            let caught = try #require(failure, "write \(number)")
            #expect(caught.label == "unavailable" && caught.description.contains("disk I/O error"))
            #expect(try store.dump() == before, "write \(number)")
        }
        trap.arm(nil)
        #expect(failures >= useCase.leastWrites && failures < 200)
        guard case .whole = try await store.verifyAudit() else {
            Issue.record("the chain is broken")
            return
        }
        #expect(try store.dump() != before)
    }

    @Test("a full disk is said to be one, nothing is half done, and the store goes on once there is room")
    func full() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        let pages = try await store.pool.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 20)")
            return pages
        }
        var kept = 0
        var failure: StoreFailure?
        for number in 1...200 where failure == nil {
            do throws(StoreFailure) {
                _ = try await store.receive(Sample.arrival("m\(number)", text: String(repeating: "colis ", count: 200)))
                kept += 1
            } catch {
                failure = error
            }
        }
        #expect(failure == .full(place: folder.path + "/desk.sqlite") && kept > 5)
        #expect(failure?.description.contains("no space is left") == true)
        let messages = try await store.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM messages") }
        #expect(messages == kept)
        try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 2000)") }
        _ = try await store.receive(Sample.arrival("later"))
        guard case .whole = try await store.verifyAudit() else {
            Issue.record("the chain is broken")
            return
        }
    }

    @Test("a store that had no room for the last message is not ready until there is some, though its pulse needs none")
    func noRoom() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        let store = try SQLiteStore(path: path)
        try await store.probe(at: Sample.start)
        let pages = try await store.pool.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
            return pages
        }
        let text = String(repeating: "colis ", count: 8_000)
        await #expect(throws: StoreFailure.full(place: path)) { try await store.receive(Sample.arrival("m1", text: text)) }
        for _ in 0..<2 { await #expect(throws: StoreFailure.full(place: path)) { try await store.probe(at: Sample.start + 1) } }
        try await store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 2000)") }
        let before = try store.dump()
        try await store.probe(at: Sample.start)
        #expect(try store.dump() == before)
        _ = try await store.receive(Sample.arrival("m1", text: text))
        try await store.probe(at: Sample.start + 1)
    }

    @Test("a message that is kept says that there is room again")
    func roomAgain() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        let trap = try Trap(store)
        trap.arm(1)
        await #expect(throws: StoreFailure.self) { try await store.receive(Sample.arrival("m1")) }
        _ = try await store.receive(Sample.arrival("m1"))
        // The first row of the pulse is the only one it writes.
        trap.arm(2)
        try await store.probe(at: Sample.start)
        #expect(!trap.hasTripped)
    }

    @Test("a store that another program holds is said to be locked")
    func locked() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/desk.sqlite"
        let store = try SQLiteStore(path: path, patience: 0.05)
        var unsafe = Configuration()
        unsafe.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: path, configuration: unsafe)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await #expect(throws: StoreFailure.locked(place: path)) { try await store.receive(Sample.arrival("m1")) }
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        #expect(try await store.receive(Sample.arrival("m1")) == .stored(case: 1))
    }

    @Test("what is no store, a damaged one, one of others and one of a later version are refused, and left as they are")
    func strangers() async throws {
        let folder = try TemporaryFolder(["noise": String(repeating: "bruit ", count: 4000)])
        #expect(throws: StoreFailure.corrupt(place: folder.path + "/noise")) { try SQLiteStore(path: folder.path + "/noise") }
        #expect(try String(contentsOfFile: folder.path + "/noise", encoding: .utf8).hasPrefix("bruit bruit"))

        let foreign = try DatabaseQueue(path: folder.path + "/foreign")
        try await foreign.write { try $0.execute(sql: "CREATE TABLE pears (id INTEGER)") }
        try foreign.close()
        #expect(throws: StoreFailure.corrupt(place: folder.path + "/foreign")) { try SQLiteStore(path: folder.path + "/foreign") }

        let path = folder.path + "/later"
        let store = try SQLiteStore(path: path)
        for number in 1...50 { _ = try await store.receive(Sample.arrival("m\(number)")) }
        try await store.pool.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
        try store.close()
        #expect(throws: StoreFailure.tooNew(place: path)) { try SQLiteStore(path: path) }

        let damaged = folder.path + "/damaged"
        let whole = try SQLiteStore(path: damaged)
        for number in 1...50 { _ = try await whole.receive(Sample.arrival("m\(number)")) }
        try await whole.sweep()
        try whole.close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: damaged))
        for place in 4096..<bytes.count { bytes[place] = 0xA5 }
        try bytes.write(to: URL(fileURLWithPath: damaged))
        await #expect(throws: StoreFailure.corrupt(place: damaged)) {
            let store = try SQLiteStore(path: damaged)
            _ = try await store.queue(QueueQuery())
        }
    }

    @Test("a place where nothing can be written, and one where nothing is, are said to be so")
    func places() throws {
        #expect(throws: StoreFailure.readOnly(place: "/proc/nowhere/desk.sqlite")) { try SQLiteStore(path: "/proc/nowhere/desk.sqlite") }
        let folder = try TemporaryFolder()
        #expect(throws: StoreFailure.missing(place: folder.path + "/x")) { try SQLiteStore(path: folder.path + "/x", .existing) }
    }

    @Test("the file and its folder are for this user alone")
    func rights() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/state/desk.sqlite"
        let store = try SQLiteStore(path: path)
        for (name, rights) in [(path, 0o600), (folder.path + "/state", 0o700), (path + "-wal", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: name)
            #expect(attributes[.posixPermissions] as? Int == rights, "\(name)")
        }
        try store.close()
    }

    @Test("one unfit message does not concern its neighbours, in a batch or in a shared commit")
    func unfit() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        let long = String(repeating: "x", count: 1001)
        let results = await store.receive([Sample.arrival("a"), Sample.arrival(long, conversation: "b"), Sample.arrival("c")])
        #expect(try results[0].get() == .stored(case: 1) && (try results[2].get()) == .stored(case: 2))
        guard case .failure(.unfit) = results[1] else {
            Issue.record("\(results[1])")
            return
        }
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    let isUnfit = number % 8 == 3
                    let arrival = Sample.arrival(isUnfit ? long + "\(number)" : "n\(number)", conversation: "n\(number)")
                    let result = await store.receive([arrival])[0]
                    switch result {
                    case .success: #expect(!isUnfit)
                    case .failure(let failure): #expect(isUnfit && failure.label == "unfit")
                    }
                }
            }
        }
        let messages = try await store.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM messages") }
        #expect(messages == 37)
        guard case .whole = try await store.verifyAudit() else {
            Issue.record("the chain is broken")
            return
        }
    }

    @Test("one unfit message of calls that are heard together concerns neither its neighbours nor the other calls")
    func unfitCall() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        let door = ChannelAccount(channel: "standard", account: "default")
        let long = String(repeating: "x", count: 1001)
        func call(_ key: String, _ ids: String...) -> PlatformCall {
            let items = ids.map { PlatformCall.Item.arrival(Sample.arrival($0, conversation: String($0.prefix(9)))) }
            return PlatformCall(door: door, onceKey: key, items: items, at: Sample.start)
        }
        let results = await store.hear([call("k1", "a"), call("k2", "b", long, "c"), call("k1", "d"), call("k3", "e")])
        #expect(try results[0].get() == .heard([.success(.stored(case: 1))], notices: 0))
        guard case .success(.heard(let own, notices: 0)) = results[1], case .failure(.unfit) = own[1] else {
            Issue.record("\(results[1])")
            return
        }
        #expect(try own[0].get() == .stored(case: 2) && (try own[2].get()) == .stored(case: 3))
        #expect(try results[2].get() == .replayed)
        #expect(try results[3].get() == .heard([.success(.stored(case: 4))], notices: 0))
        guard case .whole = try await store.verifyAudit() else {
            Issue.record("the chain is broken")
            return
        }
    }
}
