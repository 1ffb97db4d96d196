import Desk
import Testing

@testable import Channels

@Suite("Meta: replies")
struct MetaReplyTests {
    private var account = PlatformAccount(route: "meta", name: "marque", token: Secret("EAAjeton"), apiBase: "http://127.0.0.1:9/")

    private func plan(_ reply: OutgoingReply, now: Instant = Sample.now) throws -> OutgoingRequest {
        try MetaAdapter(account).plan(reply, now: now)
    }

    private static let text = "Bonjour, elle part demain 🙂"

    private func reply(
        _ text: String = text, on channel: String, _ conversation: String, _ inReplyTo: String,
        _ visibility: Message.Visibility = .private, until: Instant? = nil
    ) -> OutgoingReply {
        Sample.reply(
            text, channel: channel, account: "2200", conversation: conversation, inReplyTo: inReplyTo, visibility: visibility, until: until)
    }

    @Test("a reply by Messenger")
    func messenger() throws {
        let request = try plan(reply(on: "messenger", "555", "m_1"))
        #expect((request.method, request.url) == ("POST", "http://127.0.0.1:9/v26.0/2200/messages"))
        #expect(request.header("authorization") == "Bearer EAAjeton")
        #expect(request.headers.filter(\.isSecret).map(\.name) == ["authorization"])
        #expect(
            request.canonicalBody
                == #"{"recipient":{"id":"555"},"messaging_type":"RESPONSE","message":{"text":"Bonjour, elle part demain 🙂","metadata":"livraison-17"}}"#
                .canonicalJSON)
        #expect(!request.isIdempotent)
    }

    @Test("a direct message of Instagram, and a private reply to a comment, which is addressed by the comment")
    func instagram() throws {
        let direct = try plan(reply(on: "instagram", "684", "m_1"))
        #expect(direct.path == "/v26.0/me/messages")
        let toComment = try plan(reply(on: "instagram", "comment:1790", "1791"))
        #expect(toComment.path == "/v26.0/me/messages")
        #expect(Sample.json(toComment.body)?["recipient"]?.canonical == #"{"comment_id":"1791"}"#)
        let onPage = try plan(reply(on: "facebook", "comment:9_17", "9_18"))
        #expect(onPage.path == "/v26.0/2200/messages")
    }

    @Test("a public reply goes below the comment: on Instagram below the one on top")
    func comments() throws {
        let page = try plan(reply("Merci !", on: "facebook", "comment:9_17", "9_18", .public))
        #expect(page.path == "/v26.0/9_18/comments")
        #expect(FormFields(page.body)?["message"] == "Merci !")
        let instagram = try plan(reply("Merci !", on: "instagram", "comment:1790", "1791", .public))
        #expect(instagram.path == "/v26.0/1790/replies")
    }

    @Test("nothing private goes out in public, and nothing public into a direct message")
    func visibility() {
        #expect(throws: ReplyRefusal.wrongVisibility) { try plan(reply(on: "messenger", "555", "m_1", .public)) }
        #expect(throws: ReplyRefusal.wrongVisibility) { try plan(reply(on: "facebook", "post:2200_9", "2200_9")) }
    }

    @Test("a direct message of Instagram is counted in bytes, not in characters")
    func bytes() throws {
        let fits = String(repeating: "é", count: 500)
        #expect(try plan(reply(fits, on: "instagram", "684", "m_1")).method == "POST")
        #expect(throws: ReplyRefusal.tooLong(length: 1001, most: 1000, unit: .bytes)) {
            try plan(reply(fits + "a", on: "instagram", "684", "m_1"))
        }
        #expect(try plan(reply(fits + "a", on: "messenger", "555", "m_1")).method == "POST")
        #expect(throws: ReplyRefusal.tooLong(length: 2001, most: 2000, unit: .utf16)) {
            try plan(reply(String(repeating: "a", count: 2001), on: "messenger", "555", "m_1"))
        }
    }

    @Test("a comment on Instagram has 300 characters, four hashtags, one link, and does not shout")
    func instagramRules() {
        func refused(_ text: String) -> ReplyRefusal? {
            do {
                _ = try plan(reply(text, on: "instagram", "comment:1", "1", .public))
                return nil
            } catch { return error as? ReplyRefusal }
        }
        #expect(refused(String(repeating: "a", count: 301)) == .tooLong(length: 301, most: 300, unit: .utf16))
        #expect(refused("#a #b #c #d #e") == .breaksRule(.tooManyHashtags))
        #expect(refused("voir https://a.example et www.b.example") == .breaksRule(.tooManyLinks))
        #expect(refused("MERCI BEAUCOUP À VOUS") == .breaksRule(.allCapitals))
        #expect(refused("#a #b #c #d voir https://a.example OK") == nil)
    }

    @Test("after the window nothing leaves; with a human agent seven days are open, under Meta’s tag")
    mutating func window() throws {
        let until = Instant(seconds: Sample.now.seconds + 86_400)
        let late = Instant(seconds: until.seconds + 1)
        #expect(throws: ReplyRefusal.windowClosed(at: until)) { try plan(reply(on: "messenger", "555", "m_1", until: until), now: late) }
        account.hasHumanAgent = true
        let week = Instant(seconds: Sample.now.seconds + 7 * 86_400)
        let early = try plan(reply(on: "messenger", "555", "m_1", until: week), now: Instant(seconds: Sample.now.seconds + 3600))
        #expect(Sample.json(early.body)?["messaging_type"]?.string == "RESPONSE")
        let tagged = try plan(reply(on: "messenger", "555", "m_1", until: week), now: late)
        #expect(Sample.json(tagged.body)?["messaging_type"]?.string == "MESSAGE_TAG")
        #expect(Sample.json(tagged.body)?["tag"]?.string == "HUMAN_AGENT")
    }

    @Test("ids that could lead elsewhere do not go into an address", arguments: ["../me", "a/b", "a?b", "", "a#b", "é", ".."])
    func paths(_ id: String) {
        #expect(throws: ReplyRefusal.notAddressable) { try plan(reply("Merci", on: "facebook", "comment:1", id, .public)) }
    }

    @Test(
        "answers of the Graph",
        arguments: [
            (200, #"{"recipient_id":"5","message_id":"m_7"}"#, DeliveryOutcome.sent(externalIds: ["m_7"])),
            (200, #"{"id":"9_19"}"#, .sent(externalIds: ["9_19"])),
            (200, "<html>", .unknown(cause: "HTTP 200 without a readable answer")),
            (400, #"{"error":{"message":"jeton","code":190,"error_subcode":463}}"#, .paused(cause: "not permitted (190/463)")),
            (400, #"{"error":{"message":"limite","code":4}}"#, .retry(after: 300, cause: "too many requests (4)")),
            (
                400, #"{"error":{"message":"hors délai","code":10,"error_subcode":2018278}}"#,
                .refused(code: "10/2018278", words: "hors délai")
            ),
            (400, #"{"error":{"message":"mauvais","code":100}}"#, .refused(code: "100", words: "mauvais")),
            (400, #"{"error":{"message":"absent","code":551}}"#, .refused(code: "551", words: "absent")),
            (500, #"{"error":{"message":"panne","code":2,"is_transient":true}}"#, .retry(after: nil, cause: "a passing failure (2)")),
            (500, #"{"error":{"message":"panne","code":99}}"#, .unknown(cause: "HTTP 500 (99)")),
            (502, "Bad Gateway", .unknown(cause: "HTTP 502")), (503, "", .retry(after: nil, cause: "not available (503)")),
            (302, "", .refused(code: "302", words: "the platform redirects")),
            (403, #"{"error":{"message":"droits","code":200}}"#, .paused(cause: "not permitted (200)")),
            (200, #"{"error":{"message":"droits","code":200}}"#, .paused(cause: "not permitted (200)")),
            // Without a code nothing says whether it was sent.
            (200, #"{"error":{"message":"inconnu"}}"#, .unknown(cause: "HTTP 200 without a readable answer")),
        ])
    func classify(_ status: Int, _ body: String, _ outcome: DeliveryOutcome) {
        let usage = #"{"2200":[{"call_count":100,"estimated_time_to_regain_access":5}]}"#
        let answer = OutgoingAnswer(status: status, headers: ["x-business-use-case-usage": usage], body: Array(body.utf8))
        #expect(MetaAdapter(account).classify(answer) == outcome)
    }
}
