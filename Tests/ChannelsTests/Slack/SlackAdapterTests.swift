import Desk
import Testing

@testable import Channels

@Suite("Slack")
struct SlackAdapterTests {
    private let adapter = SlackAdapter(
        PlatformAccount(
            route: "slack", name: "equipe", secrets: [Secret("secret-de-signature")], token: Secret("xoxb-jeton"),
            apiBase: "http://127.0.0.1:9",
            identities: ["UBOT", "BBOT"]))

    private func event(_ inner: String) throws -> InboundEvent {
        let body = #"{"type":"event_callback","team_id":"T1","event_id":"Ev17","event_time":1772437500,"event":{\#(inner)}}"#
        return try #require(try adapter.parse(Sample.request(body)).first)
    }

    private static let base = #""type":"message","channel":"C17","channel_type":"channel","ts":"1772437500.000200""#

    @Test("a message is public in a channel, private in a direct conversation, and answered in its thread")
    func message() throws {
        let message = try #require(try event(Self.base + #","user":"U5","text":"Où est &lt;mon&gt; colis ?""#).message)
        #expect((message.id, message.conversation) == ("C17:1772437500.000200", "C17:1772437500.000200"))
        #expect((message.text, message.visibility, message.sentAt) == ("Où est <mon> colis ?", .public, Sample.now))
        let threaded = try event(Self.base + #","user":"U5","text":"a","thread_ts":"1772430000.000100""#)
        #expect((threaded.conversation, threaded.regarding) == ("C17:1772430000.000100", "C17:1772430000.000100"))
        let direct = try event(#""type":"message","channel":"D1","channel_type":"im","ts":"1772437500.0","user":"U5","text":"a""#)
        #expect((direct.conversation, direct.message?.visibility) == ("D1", .private))
    }

    @Test(
        "robots, this one among them, edits and deletions are no questions",
        arguments: [
            (#","bot_id":"BX","text":"a""#, InboundEvent.Role.bot), (#","bot_id":"BBOT","text":"a""#, .own),
            (#","user":"UBOT","text":"a""#, .own), (#","subtype":"bot_message","user":"U5","text":"a""#, .bot), (#","text":"a""#, .bot),
        ])
    func ownMessages(_ rest: String, _ role: InboundEvent.Role) throws {
        let event = try event(Self.base + rest)
        #expect(event.author.role == role)
        #expect(event.message == nil)
    }

    @Test("edits and deletions concern the message inside")
    func edits() throws {
        let edit = try event(
            #""type":"message","subtype":"message_changed","channel":"C17","event_ts":"1772437600.1","message":{"user":"U5","text":"b","ts":"1772437500.000200"}"#
        )
        #expect((edit.kind, edit.regarding, edit.text) == (.edit, "C17:1772437500.000200", "b"))
        let deletion = try event(
            #""type":"message","subtype":"message_deleted","channel":"C17","event_ts":"1772437600.2","previous_message":{"user":"U5","text":"b","ts":"1772437500.000200"}"#
        )
        #expect(deletion.kind == .deletion)
        let emptied = try event(
            #""type":"message","subtype":"message_changed","channel":"C17","event_ts":"1772437600.3","message":{"subtype":"tombstone","user":"USLACKBOT","text":"This message was deleted.","ts":"1772437500.000200"}"#
        )
        #expect(emptied.kind == .deletion && emptied.revised?.id == "C17:1772437500.000200")
        #expect(try event(Self.base + #","subtype":"channel_join","user":"U5","text":"a""#).kind == .system)
        #expect(try event(#""type":"reaction_added","user":"U5""#).kind == .unsupported)
    }

    @Test("a time beyond reckoning is none", arguments: ["9223372036854775807", "-5", "9999999999999999999", "a"])
    func times(_ moment: String) throws {
        let event = try event(#""type":"message","channel":"C1","user":"U5","text":"a","ts":"\#(moment).1""#)
        #expect(event.sentAt == nil)
    }

    @Test("the handshake is signed and gives the challenge back")
    func handshake() throws {
        #expect(adapter.handshakeIsSigned)
        let request = Sample.request(#"{"type":"url_verification","token":"x","challenge":"défi-17"}"#)
        #expect(adapter.handshake(request) == ChannelAnswer(status: 200, body: "défi-17"))
        #expect(adapter.handshake(Sample.request(#"{"type":"event_callback"}"#)) == nil)
        #expect(throws: SignatureRejection.missing) { try adapter.verify(request, now: Sample.now) }
    }

    @Test("a signature made by the library slack_sdk is accepted")
    func foreignSignature() throws {
        let request = Sample.request(
            #"{"type":"event_callback","event_id":"Ev17"}"#,
            headers: [
                ("X-Slack-Request-Timestamp", "1772437500"),
                ("X-Slack-Signature", "v0=bb67412c7ab5d38e3b6c5e247d24186f0465dca8569cefcab49e3d321081c972"),
            ])
        #expect(try adapter.verify(request, now: Sample.now).signedAt == Sample.now)
    }

    @Test("marks of Slack are read as a reader sees them, and nothing of ours becomes one")
    func text() {
        #expect(SlackText.plain("<@U1> voir <https://a.example|le suivi> &amp; <#C1|general>") == "@U1 voir le suivi & general")
        #expect(SlackText.plain("3 < 4 et fin") == "3 < 4 et fin")
        #expect(SlackText.escaped("a < b & c > <!channel>") == "a &lt; b &amp; c &gt; &lt;!channel&gt;")
    }

    @Test("a reply is what the client of record sends, with values of ours")
    func golden() throws {
        let reply = Sample.reply(
            channel: "slack", account: "equipe", conversation: "C17:1772430000.000100", inReplyTo: "C17:1772437500.000200")
        let request = try adapter.plan(reply, now: Sample.now)
        #expect((request.method, request.path) == ("POST", "/api/chat.postMessage"))
        #expect(request.header("authorization") == "Bearer xoxb-jeton")
        #expect(request.header("content-type") == "application/json;charset=utf-8")
        #expect(
            request.canonicalBody
                == #"{"channel":"C17","text":"Bonjour Maëlle, une théière neuve part ce soir 🙂","thread_ts":"1772430000.000100"}"#
                .canonicalJSON)
    }

    @Test(
        "a refusal comes with status 200 and is still a refusal",
        arguments: [
            (200, #"{"ok":true,"channel":"C17","ts":"1772437600.0003"}"#, DeliveryOutcome.sent(externalIds: ["C17:1772437600.0003"])),
            (200, #"{"ok":false,"error":"channel_not_found"}"#, .refused(code: "channel_not_found", words: "channel_not_found")),
            (200, #"{"ok":false,"error":"invalid_auth"}"#, .paused(cause: "not permitted (invalid_auth)")),
            (200, #"{"ok":false,"error":"service_unavailable"}"#, .retry(after: 7, cause: "a passing failure (service_unavailable)")),
            // Slack says of these that a part may have succeeded.
            (200, #"{"ok":false,"error":"internal_error"}"#, .unknown(cause: "Slack does not know (internal_error)")),
            (200, #"{"ok":false,"error":"fatal_error"}"#, .unknown(cause: "Slack does not know (fatal_error)")),
            (200, "<html>", .unknown(cause: "HTTP 200 without a readable answer")),
            (429, "", .retry(after: 7, cause: "too many requests (429)")),
        ])
    func classify(_ status: Int, _ body: String, _ outcome: DeliveryOutcome) {
        #expect(adapter.classify(OutgoingAnswer(status: status, headers: ["retry-after": "7"], body: Array(body.utf8))) == outcome)
    }
}
