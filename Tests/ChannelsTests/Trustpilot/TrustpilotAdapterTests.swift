import Desk
import IntentEngine
import Testing

@testable import Channels

@Suite("Trustpilot")
struct TrustpilotAdapterTests {
    private let adapter = TrustpilotAdapter(
        PlatformAccount(
            route: "trustpilot", name: "marque", secrets: [Secret("trustpilot:phrase")], token: Secret("jeton"),
            apiBase: "http://127.0.0.1:9"))

    private func review(_ name: String = "service-review-created", id: String = "\"66aa\"", stars: String = "1") -> String {
        #"{"eventName":"\#(name)","version":"1","eventData":{"id":\#(id),"language":"fr","title":"Fêlée","text":"La théière est arrivée fêlée.","stars":\#(stars),"createdAt":"2026-03-02T07:45:00.000Z","consumer":{"id":"77bb","name":"Maëlle"}}}"#
    }

    private func events(_ reviews: String...) throws -> [InboundEvent] {
        try adapter.parse(Sample.request(#"{"events":[\#(reviews.joined(separator: ","))]}"#))
    }

    @Test("a review is public, with its stars, its language and its title")
    func review() throws {
        let message = try #require(try events(review()).first?.message)
        #expect((message.kind, message.visibility, message.rating, message.language) == (.review, .public, 1, .french))
        #expect(message.text == "Fêlée\n\nLa théière est arrivée fêlée.")
        #expect((message.conversation, message.author?.name, message.sentAt) == ("66aa", "Maëlle", Sample.now))
    }

    @Test("one bad element does not lose the batch, and stars beyond five are none")
    func batch() throws {
        let events = try events(review(), review(id: "{}"), "null", review("product-review-answered"), review(id: "\"66ab\"", stars: "9"))
        #expect(events.map(\.kind) == [.message(.review), .unsupported, .unsupported, .unsupported, .message(.review)])
        #expect(events.last?.rating == nil)
    }

    @Test("changes and removals are no new reviews")
    func others() throws {
        let events = try events(review("service-review-updated"), review("service-review-deleted"))
        #expect(events.map(\.kind) == [.edit, .deletion])
        #expect(events.compactMap(\.message).isEmpty)
    }

    @Test("known by credentials, or by a secret in the address")
    func verification() throws {
        let header = BasicCredentials.header("trustpilot", "phrase")
        #expect(try adapter.verify(Sample.request("", headers: [("Authorization", header)]), now: Sample.now).secret == 0)
        #expect(throws: SignatureRejection.missing) { try adapter.verify(Sample.request(""), now: Sample.now) }
        let addressed = InboundRequest(query: "secret=trustpilot%3Aphrase", body: [])
        #expect(try adapter.verify(addressed, now: Sample.now).secret == 0)
    }

    @Test("a reply is public and only public")
    func reply() throws {
        let reply = Sample.reply(
            "Bonjour", channel: "trustpilot", account: "marque", conversation: "66aa", inReplyTo: "66aa", visibility: .public)
        let request = try adapter.plan(reply, now: Sample.now)
        #expect((request.method, request.path) == ("POST", "/v1/private/reviews/66aa/reply"))
        #expect(request.header("authorization") == "Bearer jeton")
        #expect(request.canonicalBody == #"{"message":"Bonjour"}"#)
        let hidden = Sample.reply("Bonjour", channel: "trustpilot", account: "marque", conversation: "66aa", inReplyTo: "66aa")
        #expect(throws: ReplyRefusal.wrongVisibility) { try adapter.plan(hidden, now: Sample.now) }
    }

    @Test(
        "answers of the platform",
        arguments: [
            (201, "", DeliveryOutcome.sent(externalIds: [])), (401, "", .paused(cause: "the token is not accepted (401)")),
            (404, #"{"message":"Review not found"}"#, .refused(code: "404", words: "Review not found")),
            (502, "", .unknown(cause: "HTTP 502")), (500, #"{"message":"oops"}"#, .unknown(cause: "HTTP 500")),
        ])
    func classify(_ status: Int, _ body: String, _ outcome: DeliveryOutcome) {
        #expect(adapter.classify(OutgoingAnswer(status: status, body: Array(body.utf8))) == outcome)
    }
}
