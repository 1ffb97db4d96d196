import Desk
import Testing

@testable import Channels

@Suite("Discourse")
struct DiscourseAdapterTests {
    private let adapter = DiscourseAdapter(
        PlatformAccount(
            route: "discourse", name: "forum", secrets: [Secret("secret-du-crochet")], token: Secret("cle"), apiBase: "http://127.0.0.1:9",
            identities: ["Courtois", "lea"]))

    private func event(
        _ name: String = "post_created", user: String = "mae", type: Int = 1, archetype: String = "regular", number: Int = 3,
        id: String = "501",
        userId: Int = 8, more: String = ""
    ) throws -> InboundEvent {
        let body =
            #"{"post":{\#(more)"id":\#(id),"topic_id":15,"topic_title":"Théière fêlée","topic_archetype":"\#(archetype)","post_number":\#(number),"post_type":\#(type),"username":"\#(user)","name":"Maëlle","user_id":\#(userId),"raw":"Que faire ?","cooked":"<p>Que faire ?</p>","created_at":"2026-03-02T07:45:00.000Z","updated_at":"2026-03-02T07:46:00.000Z"}}"#
        let request = Sample.request(body, headers: [("X-Discourse-Event", name), ("Content-Type", "application/x-www-form-urlencoded")])
        return try #require(try adapter.parse(request).first)
    }

    @Test("a post is public, a personal message private, and the first post brings the title")
    func post() throws {
        let message = try #require(try event().message)
        #expect((message.id, message.conversation, message.text) == ("501", "15", "Que faire ?"))
        #expect((message.visibility, message.kind, message.sentAt) == (.public, .comment, Sample.now))
        #expect(try event(archetype: "private_message").message?.visibility == .private)
        #expect(try event(number: 1).message?.text == "Théière fêlée\n\nQue faire ?")
    }

    @Test("own posts, notices, whispers and the forum’s own user are no questions")
    func guards() throws {
        #expect(try event(user: "courtois").author.role == .own)
        #expect(try event(user: "courtois").message == nil)
        #expect(try event(user: "courtois", more: #""staff":true,"#).author.role == .own)
        #expect(try event(type: 3).message == nil)
        #expect(try event(type: 4).message == nil)
        #expect(try event(userId: -1).message == nil)
    }

    @Test("colleagues who write in the forum, its staff and whoever the settings name beside the one who answers, are no customers")
    func colleagues() throws {
        #expect(try event(user: "LEA").author.role == .agent)
        #expect(try event(user: "LEA").message == nil)
        for mark in ["staff", "moderator", "admin"] {
            #expect(try event(more: #""\#(mark)":true,"#).author.role == .agent)
            #expect(try event(more: #""\#(mark)":false,"#).author.role == .customer)
        }
        #expect(try event(type: 4, more: #""staff":true,"#).author.role == .system)
    }

    @Test("edits and removals are versions; what is not known is kept")
    func others() throws {
        #expect(try event("post_edited").kind == .edit)
        #expect(try event("post_destroyed").kind == .deletion)
        #expect(try event("post_liked").kind == .unsupported)
        #expect(try event(id: "{}").kind == .unsupported)
        let topic = Sample.request(#"{"topic":{"id":15}}"#, headers: [("X-Discourse-Event", "topic_created")])
        #expect(try adapter.parse(topic).map(\.kind) == [.system])
    }

    @Test("the body is JSON and may be called a form")
    func mediaTypes() {
        for type in [nil, "application/json", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8"] {
            #expect(adapter.reads(mediaType: type))
        }
        #expect(!adapter.reads(mediaType: "text/plain"))
    }

    @Test("the ping is signed, and answered")
    func ping() throws {
        let body = #"{"ping":"OK"}"#
        let signature = SignatureScheme.discourse.sign(Array(body.utf8), secret: Secret("secret-du-crochet")) ?? ""
        let request = Sample.request(body, headers: [("X-Discourse-Event", "ping"), ("X-Discourse-Event-Signature", signature)])
        #expect(adapter.handshakeIsSigned)
        #expect(try adapter.verify(request, now: Sample.now).secret == 0)
        #expect(adapter.handshake(request)?.status == 200)
        #expect(adapter.handshake(Sample.request("{}")) == nil)
    }

    @Test("a reply is what the client of record sends, with values of ours")
    func golden() throws {
        let reply = Sample.reply(channel: "discourse", account: "forum", conversation: "15", inReplyTo: "501", visibility: .public)
        let request = try adapter.plan(reply, now: Sample.now)
        #expect((request.method, request.path) == ("POST", "/posts"))
        #expect((request.header("api-key"), request.header("api-username")) == ("cle", "Courtois"))
        #expect(request.header("content-type") == "application/x-www-form-urlencoded")
        let form = try #require(FormFields(request.body)).fields
        #expect(form.map(\.name) == ["raw", "topic_id"])
        #expect(form.map(\.value) == [reply.text, "15"])
    }

    @Test("a forum takes no reply below 20 characters")
    func tooShort() {
        let reply = Sample.reply(
            "Merci !", channel: "discourse", account: "forum", conversation: "15", inReplyTo: "501", visibility: .public)
        #expect(throws: ReplyRefusal.tooShort(length: 7, least: 20)) { try adapter.plan(reply, now: Sample.now) }
    }

    @Test(
        "answers of the platform",
        arguments: [
            (200, #"{"id":502,"topic_id":15}"#, DeliveryOutcome.sent(externalIds: ["502"])),
            (422, #"{"action":"create_post","errors":["Body is too similar"]}"#, .refused(code: "422", words: "Body is too similar")),
            (429, #"{"extras":{"wait_seconds":12}}"#, .retry(after: 12, cause: "too many requests (429)")),
            (403, "", .paused(cause: "not permitted (403)")), (500, "", .unknown(cause: "HTTP 500")),
            (500, #"{"errors":["oops"]}"#, .unknown(cause: "HTTP 500")),
        ])
    func classify(_ status: Int, _ body: String, _ outcome: DeliveryOutcome) {
        #expect(adapter.classify(OutgoingAnswer(status: status, body: Array(body.utf8))) == outcome)
    }
}
