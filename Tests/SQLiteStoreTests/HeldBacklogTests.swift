import Desk
import GRDB
import Support
import Synchronization
import Testing

@testable import SQLiteStore

@Suite("Replies that wait behind a freeze, a pause or a rate")
struct HeldBacklogTests {
    @Test("are passed over in one index, however many they are, and not read one by one")
    func passedOver() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        let shut = ChannelAccount(channel: "telegram", account: "bot")
        for number in 1...150 {
            let isHeld = number < 150
            let channel = isHeld ? shut.channel : "standard"
            let arrival = Sample.arrival("m\(number)", channel: channel, account: isHeld ? shut.account : "default")
            let key = try await store.receive(arrival).caseNumber
            let approval = ReviewAction.approve(note: nil, acceptsFindings: false, delivery: "d\(number)")
            _ = try await store.review(ReviewChange(key, version: 1, approval, by: Sample.zoe, at: Sample.start)).get()
        }
        let ran = Mutex<[String]>([])
        try await store.pool.writeWithoutTransaction { db in
            db.trace(options: .statement) { event in ran.withLock { $0.append(event.description) } }
        }
        let claim = DeliveryClaim(most: 5, mostPerAccount: 5, worker: "w", seconds: 30, withheld: [shut])
        #expect(try await store.claim(claim, now: Sample.start + 60).map(\.id) == [150])
        #expect(ran.withLock { $0.count } < 40)
        // With all of it frozen there is nothing to claim: a reader says so.
        try await store.freeze(Freeze(by: "ada", at: Sample.start, reason: "crise", reach: .everything))
        let due = try await store.nextDue(except: [])
        #expect(due == Sample.start + 90, "the lease of the one that is under way")
    }

    @Test("of an account that has what it may have at a time, no more are read")
    func full() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        for number in 1...120 {
            let key = try await store.receive(Sample.arrival("m\(number)")).caseNumber
            let approval = ReviewAction.approve(note: nil, acceptsFindings: false, delivery: "d\(number)")
            _ = try await store.review(ReviewChange(key, version: 1, approval, by: Sample.zoe, at: Sample.start)).get()
        }
        let ran = Mutex(0)
        try await store.pool.writeWithoutTransaction { db in db.trace(options: .statement) { _ in ran.withLock { $0 += 1 } } }
        let claim = DeliveryClaim(most: 5, mostPerAccount: 2, worker: "w", seconds: 30)
        #expect(try await store.claim(claim, now: Sample.start + 60).map(\.id) == [1, 2])
        #expect(ran.withLock { $0 } < 50)
    }

    @Test("what is due is told from one index alone")
    func covered() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/desk.sqlite")
        let ran = Mutex<[String]>([])
        try await store.pool.read { db in db.trace(options: .statement) { event in ran.withLock { $0.append(event.description) } } }
        for freeze in [nil, ChannelAccount(channel: "x", account: "y")] {
            try await store.freeze(Freeze(by: "ada", at: Sample.start, reason: "crise", door: freeze, reach: .everything))
            _ = try await store.nextDue(except: [ChannelAccount(channel: "standard", account: "default")])
        }
        let asked = ran.withLock { $0.filter { $0.contains("o.is_unreviewed") } }
        #expect(!asked.isEmpty)
        try await store.pool.read { db in
            for sql in asked {
                let plan = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
                plan.setUncheckedArguments(StatementArguments())
                let lines = try Row.fetchAll(plan).map { $0["detail"] as String }.filter { $0.contains(" o") && $0.contains("USING") }
                #expect(lines.allSatisfy { $0.contains("USING COVERING INDEX deliveries_due") }, "\(lines)")
            }
        }
    }
}
