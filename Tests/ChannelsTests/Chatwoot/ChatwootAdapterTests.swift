import Desk
import Testing

@testable import Channels

@Suite("Chatwoot")
struct ChatwootAdapterTests {
    private let adapter = ChatwootAdapter(
        PlatformAccount(
            route: "chatwoot", name: "marque", secrets: [Secret("secret-du-webhook")], token: Secret("jeton"),
            apiBase: "http://127.0.0.1:9/chat/"))

    private func event(
        _ type: String = "\"incoming\"", sender: String = "contact", isPrivate: Bool = false, canReply: Bool = true,
        name: String = "message_created", content: String = "\"Ma théière est fêlée\"", created: String = "\"2026-03-02T07:45:00.000Z\"",
        attachments: String = "[]", delivery: String? = nil, attributes: String = "{}"
    ) throws -> InboundEvent {
        let body =
            #"{"account":{"id":3,"name":"Marque"},"content":\#(content),"conversation":{"id":17,"can_reply":\#(canReply),"status":"pending"},"created_at":\#(created),"id":5017,"message_type":\#(type),"private":\#(isPrivate),"sender":{"id":8,"name":"Maëlle","email":"mae@client.example","type":"\#(sender)"},"attachments":\#(attachments),"content_attributes":\#(delivery.map { #"{"courtois_delivery":"\#($0)"}"# } ?? attributes),"event":"\#(name)"}"#
        return try #require(try adapter.parse(Sample.request(body)).first)
    }

    @Test("a customer’s message is private and is answered by account and conversation")
    func message() throws {
        let message = try #require(try event().message)
        #expect((message.id, message.conversation, message.text) == ("5017", "3/17", "Ma théière est fêlée"))
        #expect((message.author?.name, message.sentAt, message.visibility) == ("Maëlle", Sample.now, .private))
        #expect(try event("0").message != nil)
        #expect(try event(created: "1772437500").sentAt == Sample.now)
    }

    @Test("own answers, colleagues, notices and notes are no questions")
    func guards() throws {
        #expect(try event("\"outgoing\"", sender: "agent_bot").author.role == .own)
        #expect(try event("\"outgoing\"", sender: "user").author.role == .agent)
        #expect(try event("\"incoming\"", sender: "agent_bot").message == nil)
        #expect(try event("\"incoming\"", sender: "user").message == nil)
        for type in ["\"outgoing\"", "\"activity\"", "\"template\"", "1", "2", "3", "null"] { #expect(try event(type).message == nil) }
        let note = try event(isPrivate: true)
        #expect(note.visibility == .internal)
        #expect(note.message == nil)
    }

    @Test("our reply is known by its delivery, also when it was sent with a colleague’s token; a customer cannot claim it")
    func proof() throws {
        for sender in ["agent_bot", "user"] {
            let echo = try event("\"outgoing\"", sender: sender, delivery: "livraison-17")
            #expect(echo.author.role == .own && echo.delivery == "livraison-17" && echo.message == nil)
        }
        let claimed = try event(delivery: "livraison-17")
        #expect(claimed.author.role == .customer && claimed.delivery == nil)
        #expect(try event("\"outgoing\"", sender: "user").delivery == nil)
    }

    @Test("where the platform below takes no more replies, the window is closed")
    func closed() throws {
        let event = try event(canReply: false)
        #expect(event.replyUntil == Sample.now)
        let reply = Sample.reply(
            channel: "chatwoot", account: "marque", conversation: event.conversation, inReplyTo: event.id, until: event.replyUntil)
        #expect(throws: ReplyRefusal.windowClosed(at: Sample.now)) {
            try adapter.plan(reply, now: Instant(seconds: Sample.now.seconds + 1))
        }
    }

    @Test("other events are the platform’s own; what is not known is kept")
    func others() throws {
        #expect(try event(name: "conversation_status_changed").kind == .system)
        #expect(try event(name: "webwidget_triggered").kind == .system)
        #expect(try event(name: "message_updated").kind == .edit)
        #expect(try event(name: "message_updated", attributes: #"{"deleted":true}"#).kind == .deletion)
        #expect(try event(name: "call_started").kind == .unsupported)
        #expect(try event(content: "null").kind == .unsupported)
        #expect(
            try event(content: "null", attachments: #"[{"file_type":"image","data_url":"https://a.example/b"}]"#).message?.text == "[image]"
        )
        #expect(try adapter.parse(Sample.request("{}")).map(\.kind) == [.unsupported])
    }

    @Test("a signed request is believed; an unsigned one of an old version only with the secret in its address")
    func verification() throws {
        let timestamp = String(Sample.now.seconds)
        let signature = SignatureScheme.chatwoot.sign(Array("\(timestamp).{}".utf8), secret: Secret("secret-du-webhook")) ?? ""
        let signed = [("X-Chatwoot-Timestamp", timestamp), ("X-Chatwoot-Signature", signature)]
        #expect(try adapter.verify(Sample.request("{}", headers: signed), now: Sample.now).signedAt == Sample.now)
        let addressed = InboundRequest(query: "secret=secret-du-webhook", body: Array("{}".utf8))
        #expect(try adapter.verify(addressed, now: Sample.now).signedAt == nil)
        let forged = InboundRequest(
            query: "secret=secret-du-webhook",
            headers: HeaderList([("X-Chatwoot-Timestamp", timestamp), ("X-Chatwoot-Signature", "sha256=00")]),
            body: [])
        #expect(throws: SignatureRejection.mismatch) { try adapter.verify(forged, now: Sample.now) }
        #expect(throws: SignatureRejection.missing) { try adapter.verify(Sample.request("{}"), now: Sample.now) }
    }

    @Test("a reply is what the documented interface takes")
    func reply() throws {
        let reply = Sample.reply("Bonjour", channel: "chatwoot", account: "marque", conversation: "3/17", inReplyTo: "5017")
        let request = try adapter.plan(reply, now: Sample.now)
        #expect(request.url == "http://127.0.0.1:9/chat/api/v1/accounts/3/conversations/17/messages")
        #expect(request.header("api_access_token") == "jeton")
        #expect(
            request.canonicalBody
                == #"{"content":"Bonjour","message_type":"outgoing","private":false,"content_attributes":{"courtois_delivery":"livraison-17"}}"#
                .canonicalJSON)
        for conversation in ["17", "3/17/1", "a/17", "3/../17", ""] {
            let wrong = Sample.reply("Bonjour", channel: "chatwoot", account: "marque", conversation: conversation, inReplyTo: "1")
            #expect(throws: ReplyRefusal.notAddressable) { try adapter.plan(wrong, now: Sample.now) }
        }
    }

    @Test(
        "answers of the platform",
        arguments: [
            (200, #"{"id":5018}"#, DeliveryOutcome.sent(externalIds: ["5018"])),
            (200, "{}", .unknown(cause: "HTTP 200 without a readable answer")),
            (401, #"{"error":"Invalid Access Token"}"#, .paused(cause: "the token is not accepted (401)")),
            (404, #"{"error":"Resource could not be found"}"#, .refused(code: "404", words: "Resource could not be found")),
            (500, "", .unknown(cause: "HTTP 500")), (500, #"{"error":"Internal Server Error"}"#, .unknown(cause: "HTTP 500")),
            (503, "", .retry(after: nil, cause: "not available (503)")),
        ])
    func classify(_ status: Int, _ body: String, _ outcome: DeliveryOutcome) {
        #expect(adapter.classify(OutgoingAnswer(status: status, body: Array(body.utf8))) == outcome)
    }
}
