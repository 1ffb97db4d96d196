package import Desk
import Testing

/// What every store of the desk must do. Each store runs all of it on a fresh store of its own.
///
/// A rule is a sentence and a check; checks know the ports alone.
package struct StoreConformance: Sendable, CustomTestStringConvertible {
    package let rule: String
    package let check: @Sendable (any DeskStore) async throws -> Void

    init(_ rule: String, _ check: @escaping @Sendable (any DeskStore) async throws -> Void) {
        self.rule = rule
        self.check = check
    }

    package var testDescription: String { rule }

    package static let all: [StoreConformance] =
        intake + pasts + listening + revising + reviewing + remembering + freezing + outbox + retrying + auditing + privacy
        + access + repeating + browsing + staff + figures + labelling + rules + watching
}

/// Steps that rules share.
extension StoreConformance {
    static func approve(
        _ store: any DeskStore, _ number: Int64, version: Int = 1, by colleague: Colleague = Sample.zoe, delivery: String = "d1",
        after seconds: Int = 60
    ) async throws -> Result<Case, ReviewRefusal> {
        try await store.review(
            ReviewChange(
                number, version: version, .approve(note: nil, acceptsFindings: false, delivery: delivery), by: colleague,
                at: Sample.start + seconds))
    }

    /// A store with one case whose draft was approved at 60 s, due at 70 s; its number.
    static func approved(_ store: any DeskStore, id: String = "m1") async throws -> Int64 {
        let number = try await store.receive(Sample.arrival(id)).caseNumber
        _ = try await approve(store, number, delivery: "d-\(id)").get()
        return number
    }

    /// A colleague answers a conversation on its platform, which tells of it.
    static func answerElsewhere(_ store: any DeskStore, _ conversation: String, after seconds: Int) async throws {
        let door = ChannelAccount(channel: "standard", account: "default")
        let notice = PlatformNotice(
            channel: door.channel, account: door.account, kind: "message", type: "message", onceKey: "\(conversation) \(seconds)",
            answeredElsewhere: ConversationKey(channel: door.channel, account: door.account, name: conversation))
        _ = try await store.hear(PlatformCall(door: door, onceKey: nil, items: [.notice(notice)], at: Sample.start + seconds))
    }

    static func lease(_ store: any DeskStore, at seconds: Int = 70, most: Int = 10) async throws -> [Delivery] {
        try await store.claim(
            DeliveryClaim(most: most, mostPerAccount: most, worker: "courier-1", seconds: 30), now: Sample.start + seconds)
    }

    /// The lease of a reply, from 71 s on about to be written.
    static func beingWritten(_ store: any DeskStore) async throws -> Lease {
        let leased = try #require(try await lease(store).first?.lease)
        guard case .granted(let lease) = try await store.markWriting(leased, .once, until: Sample.start + 100, now: Sample.start + 71)
        else { throw Unexpected() }
        return lease
    }

    static func status(_ store: any DeskStore, _ number: Int64) async throws -> Case.Status? {
        try await store.file(of: number)?.case.status
    }
}

extension Delivery {
    /// The lease a claim gave.
    package var lease: Lease? {
        if case .leased(let lease) = state { return lease }
        return nil
    }
}
