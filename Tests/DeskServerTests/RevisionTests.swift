import Cryptography
import Desk
import DeskServer
import Peers
import SQLiteStore
import Support
import Testing

@Suite("Messages that customers change or take back", .timeLimit(.minutes(10)))
struct RevisionTests {
    private static let question = "Où est ma commande ?"
    private static let threat = "Je vois mon avocat demain"

    /// A channel with calls by which a customer writes, changes and deletes one message; nil where it tells of no such thing.
    struct Door: CustomTestStringConvertible {
        let name: String
        let path: String
        let write: @Sendable (String) -> Call
        let edit: @Sendable (String) -> Call
        let delete: Call?

        var testDescription: String { name }
    }

    static let doors = [
        Door(
            name: "standard", path: "standard/default",
            write: { .standard("c1", Call.body("m1", $0)) },
            edit: { text in
                .standard(
                    "edit \(text)",
                    #"{"type":"message.updated","timestamp":"2026-11-24T08:16:00Z","data":{"id":"m1","text":"\#(text)"}}"#)
            },
            delete: .standard("c9", #"{"type":"message.deleted","timestamp":"2026-11-24T08:17:00Z","data":{"id":"m1"}}"#)),
        Door(
            name: "comments of a Page", path: "meta/page", write: { feed("add", $0) }, edit: { feed("edited", $0) },
            delete: feed("remove", "")),
        Door(
            name: "Messenger", path: "meta/page", write: { messenger(#""message":{"mid":"m1","text":"\#($0)"}"#) },
            edit: { messenger(#""message_edit":{"mid":"m1","text":"\#($0)","num_edit":1}"#) },
            delete: messenger(#""message":{"mid":"m1","is_deleted":true}"#)),
        Door(
            name: "Trustpilot", path: "trustpilot/shop?secret=trustpilot-secret", write: { trustpilot("created", $0) },
            edit: { trustpilot("updated", $0) }, delete: trustpilot("deleted", "")),
        Door(
            name: "Telegram", path: "telegram/bot", write: { telegram("message", $0) }, edit: { telegram("edited_message", $0) },
            delete: nil),
        Door(
            name: "Slack", path: "slack/team",
            write: { slack(#""user":"U5","text":"\#($0)","ts":"1795767300.000200""#) },
            edit: {
                slack(
                    #""subtype":"message_changed","event_ts":"1795767310.000300","message":{"user":"U5","text":"\#($0)","ts":"1795767300.000200"}"#
                )
            },
            delete: slack(
                #""subtype":"message_deleted","event_ts":"1795767320.000400","previous_message":{"user":"U5","text":"x","ts":"1795767300.000200"}"#
            )
        ),
    ]

    private static func feed(_ verb: String, _ text: String) -> Call {
        .meta(
            #"{"object":"page","entry":[{"id":"777","time":1,"changes":[{"field":"feed","value":{"from":{"id":"5","name":"Maëlle"},"item":"comment","verb":"\#(verb)","comment_id":"777_17","post_id":"777_9","parent_id":"777_9","message":"\#(text)","created_time":\#(Sample.start.seconds)}}]}]}"#
        )
    }

    private static func messenger(_ what: String) -> Call {
        .meta(
            #"{"object":"page","entry":[{"id":"777","messaging":[{"sender":{"id":"5"},"recipient":{"id":"777"},"timestamp":\#(Sample.start.seconds)000,\#(what)}]}]}"#
        )
    }

    private static func trustpilot(_ event: String, _ text: String) -> Call {
        Call(
            headers: [("content-type", "application/json")],
            body: Array(
                #"{"events":[{"eventName":"service-review-\#(event)","version":"1","eventData":{"id":"r1","language":"fr","text":"\#(text)","stars":3,"createdAt":"2026-11-24T08:15:00Z","consumer":{"id":"5","name":"Zoé Martin"}}}]}"#
                    .utf8))
    }

    private static func telegram(_ name: String, _ text: String) -> Call {
        let edited = name == "message" ? "" : #","edit_date":\#(Sample.start.seconds)"#
        return Call(
            headers: [("content-type", "application/json"), ("x-telegram-bot-api-secret-token", "telegram-secret")],
            body: Array(
                #"{"update_id":\#(text.utf8.count),"\#(name)":{"message_id":17,"date":\#(Sample.start.seconds)\#(edited),"chat":{"id":5,"type":"private"},"from":{"id":5,"is_bot":false,"first_name":"Zoé"},"text":"\#(text)"}}"#
                    .utf8))
    }

    private static func slack(_ event: String) -> Call {
        let body = Array(
            #"{"type":"event_callback","team_id":"T1","event_id":"Ev\#(event.utf8.count)","event_time":\#(Sample.start.seconds),"event":{"type":"message","channel":"D17","channel_type":"im",\#(event)}}"#
                .utf8)
        let moment = String(Sample.start.seconds)
        let code = Digest.hmacSHA256(key: Array("slack-secret".utf8), Array("v0:\(moment):".utf8) + body)
        return Call(
            headers: [
                ("content-type", "application/json"), ("x-slack-request-timestamp", moment),
                ("x-slack-signature", "v0=" + Hexadecimal.text(code)),
            ], body: body)
    }

    @Test("what a customer changes is decided anew: the draft on the old words is superseded", arguments: doors)
    func edited(_ door: Door) async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            #expect(await house.post(door.write(Self.question), to: door.path)?.status == 200)
            let before = try #require(try await house.store.file(of: 1))
            #expect(before.case.intent == "track_order" && before.case.draft?.isProposed == true)
            #expect(await house.post(door.edit(Self.threat), to: door.path)?.status == 200)
            let after = try #require(try await house.store.file(of: 1))
            #expect(after.messages.map(\.text) == [Self.threat] && after.messages.count == 1)
            #expect((after.case.priority, after.case.team, after.case.disposition) == (.p1, .legal, .human))
            #expect(after.drafts.first?.state.kind == .superseded && after.case.version > before.case.version)
            #expect(after.case.draft?.text.contains("Nous regardons") != true)
            // The same change comes again: nothing is new.
            #expect(await house.post(door.edit(Self.threat), to: door.path)?.status == 200)
            #expect(try await house.store.file(of: 1) == after)
            guard case .whole = try await house.store.verifyAudit() else {
                Issue.record("the chain is broken")
                return
            }
        }
    }

    @Test("what a customer deletes is answered no more: the draft is superseded, and what waits to leave stays here", arguments: doors)
    func deleted(_ door: Door) async throws {
        guard let delete = door.delete else { return }
        for isApproved in [false, true] {
            try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
                _ = await house.post(door.write(Self.question), to: door.path)
                if isApproved {
                    _ = try await house.store.review(
                        ReviewChange(
                            1, version: 1, .approve(note: nil, acceptsFindings: false, delivery: "d1"), by: Sample.zoe, at: Sample.start)
                    ).get()
                }
                #expect(await house.post(delete, to: door.path)?.status == 200)
                let after = try #require(try await house.store.file(of: 1))
                #expect(after.case.draft?.state.kind == .superseded && after.case.status == .waiting)
                #expect(after.deliveries.map(\.state) == (isApproved ? [.cancelled(.superseded)] : []))
                let claim = DeliveryClaim(most: 10, mostPerAccount: 10, worker: "courier", seconds: 30)
                #expect(try await house.store.claim(claim, now: Sample.start + 60).isEmpty)
                let before = try await house.store.audit(after: 0, most: 100).count
                #expect(await house.post(delete, to: door.path)?.status == 200)
                #expect(try await house.store.audit(after: 0, most: 100).count == before)
            }
        }
    }
}
