import Desk
import IntentEngine
import Testing

@testable import Channels

@Suite("Standard Webhooks")
struct StandardAdapterTests {
    private static let secret = Secret("whsec_bGEgdGjDqWnDqHJlIGVzdCBmw6psw6ll")
    private let adapter = StandardAdapter(
        PlatformAccount(route: "standard", name: "site", secrets: [secret], apiBase: "https://marque.example/hooks/courtois"))

    private func signed(_ body: String, id: String = "avis_1", at moment: Instant = Sample.now, by secret: Secret = secret)
        -> InboundRequest
    {
        let bytes = Array("\(id).\(moment.seconds).\(body)".utf8)
        return Sample.request(
            body,
            headers: [
                ("Webhook-Id", id), ("Webhook-Timestamp", String(moment.seconds)),
                ("Webhook-Signature", SignatureScheme.standard.sign(bytes, secret: secret) ?? ""),
            ])
    }

    @Test("a signed request is accepted, and its id is what must not come twice")
    func accepted() throws {
        let acceptance = try adapter.verify(signed("{}"), now: Sample.now)
        #expect(acceptance == Acceptance(secret: 0, signedAt: Sample.now, onceKey: "avis_1"))
    }

    @Test("an id with a dot is refused: it could be cut elsewhere and be signed alike")
    func dottedId() {
        #expect(throws: SignatureRejection.malformed) { try adapter.verify(signed("{}", id: "avis.1"), now: Sample.now) }
    }

    @Test("versions of signatures not known are passed over")
    func versions() throws {
        let whole = signed("{}")
        let signature = whole.headers["webhook-signature"] ?? ""
        func request(_ value: String) -> InboundRequest {
            Sample.request(
                "{}",
                headers: [
                    ("webhook-id", "avis_1"), ("webhook-timestamp", String(Sample.now.seconds)), ("webhook-signature", value),
                ])
        }
        #expect(try adapter.verify(request("v7,Zm9v \(signature)"), now: Sample.now).secret == 0)
        #expect(throws: SignatureRejection.malformed) { try adapter.verify(request("v7,Zm9v"), now: Sample.now) }
    }

    @Test("a public key serves asymmetric signatures and never as a key for the others")
    func publicKey() {
        let key = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
        let adapter = StandardAdapter(PlatformAccount(route: "standard", name: "site", secrets: [Secret(key)]))
        for forged in [
            Secret("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="), Secret("whsec_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="),
        ] {
            #expect(throws: SignatureRejection.self) { try adapter.verify(signed("{}", by: forged), now: Sample.now) }
        }
    }

    @Test("a message has all its parts")
    func message() throws {
        let body = #"""
            {"type":"message.created","timestamp":"2026-03-02T07:45:00Z","data":{"id":17,"conversation_id":"c-4","author":{"id":"u-9","name":"Maëlle"},"text":"Ma théière est fêlée.","visibility":"public","kind":"review","rating":2,"language":"fr-FR","sent_at":"2026-03-02T07:44:00Z"}}
            """#
        let event = try #require(try adapter.parse(Sample.request(body)).first)
        let message = try #require(event.message)
        #expect((message.id, message.conversation, message.text) == ("17", "c-4", "Ma théière est fêlée."))
        #expect(message.author == Message.Author(id: "u-9", name: "Maëlle"))
        #expect((message.visibility, message.kind, message.rating, message.language) == (.public, .review, 2, .french))
        #expect(message.sentAt == Instant(rfc3339: "2026-03-02T07:44:00Z"))
        #expect((event.channel, event.account, message.channel, message.account) == ("standard", "site", "standard", "site"))
    }

    @Test(
        "who can read a message that does not say follows from its kind",
        arguments: [
            (#""kind":"review""#, Message.Visibility.public), (#""kind":"comment""#, .public), (#""kind":"mention""#, .public),
            (#""kind":"comment","visibility":"private""#, .private), (#""kind":"message""#, .private), (#""kind":"email""#, .private),
            (#""kind":"rumour""#, .private), (#""rating":2"#, .private),
        ])
    func visibilityByKind(_ fields: String, _ visibility: Message.Visibility) throws {
        let body = #"{"type":"message.created","data":{"id":"1","text":"a",\#(fields)}}"#
        #expect(try adapter.parse(Sample.request(body)).first?.message?.visibility == visibility)
    }

    @Test(
        "a message without an id that can be kept has one made of its body, the same whenever it comes again",
        arguments: [
            "", #""id":null,"#, #""id":"","#, #""id":"a\u0000b","#, #""id":["a"],"#, #""id":"\#(String(repeating: "i", count: 513))","#,
        ])
    func unnamed(_ id: String) throws {
        func event(_ text: String) throws -> InboundEvent {
            let body = #"{"type":"message.created","timestamp":"2026-03-02T07:45:00Z","data":{\#(id)"text":"\#(text)"}}"#
            return try #require(try adapter.parse(Sample.request(body)).first)
        }
        let first = try event("Ma théière est fêlée.")
        #expect(first.message?.text == "Ma théière est fêlée." && first.id.hasPrefix("sha256:") && first.conversation == first.id)
        #expect(try event("Ma théière est fêlée.").onceKey == first.onceKey)
        #expect(try event("Où est mon colis ?").onceKey != first.onceKey)
    }

    @Test(
        "types not known and messages without text are kept as unsupported",
        arguments: [
            #"{"type":"order.paid","data":{"id":"7"}}"#, #"{"type":"message.updated","data":{"text":"a"}}"#,
            #"{"type":"message.created","data":{"id":"7"}}"#, #"{"type":"message.created"}"#, "{}", #"{"type":["a"],"data":[]}"#,
        ])
    func unsupported(_ body: String) throws {
        let events = try adapter.parse(Sample.request(body))
        #expect(events.map(\.kind) == [.unsupported])
        #expect(events.compactMap(\.message).isEmpty)
        #expect(events[0].onceKey == (try adapter.parse(Sample.request(body)))[0].onceKey)
    }

    @Test("what is no JSON object cannot be read", arguments: ["", "[]", "17", "{", "{\"a\":1}x"])
    func unreadable(_ body: String) {
        #expect(throws: ParseFailure.malformed) { try adapter.parse(Sample.request(body)) }
    }

    @Test("an approved reply is a signed callback that a receiver can verify")
    func callback() throws {
        let reply = Sample.reply(channel: "standard", account: "site", conversation: "c-4", inReplyTo: "17")
        let request = try adapter.plan(reply, now: Sample.now)
        #expect((request.method, request.url) == ("POST", "https://marque.example/hooks/courtois"))
        #expect(request.isIdempotent)
        #expect(request.header("webhook-id") == "livraison-17")
        #expect(
            request.canonicalBody
                == #"""
                {"type":"reply.approved","timestamp":"2026-03-02T07:45:00+00:00","data":{"delivery":"livraison-17","account":"site","conversation_id":"c-4","in_reply_to":"17","text":"Bonjour Maëlle, une théière neuve part ce soir 🙂","visibility":"private","approved_by":"lea"}}
                """#.canonicalJSON)
        let received = InboundRequest(headers: HeaderList(request.headers.map { ($0.name, $0.value) }), body: request.body)
        #expect(try adapter.verify(received, now: Sample.now).onceKey == "livraison-17")
    }

    @Test("the signature of a callback is the one that the library standardwebhooks 1.1.0 computes for it")
    func foreignSignature() throws {
        let reply = Sample.reply(channel: "standard", account: "site", conversation: "c-4", inReplyTo: "17")
        let request = try adapter.plan(reply, now: Sample.now)
        #expect(request.header("webhook-signature") == "v1,8ODYt3FgV1Fv6tO4NuHyNMIwCIkwQkhRPTcE5y2djo8=")
    }

    @Test("every try has the same id and body, with a timestamp and a signature of its own")
    func tries() throws {
        let reply = Sample.reply(channel: "standard", account: "site", conversation: "c-4", inReplyTo: "17")
        let first = try adapter.plan(reply, now: Sample.now)
        let second = try adapter.plan(reply, now: Instant(seconds: Sample.now.seconds + 3600))
        #expect(first.body == second.body)
        #expect(first.header("webhook-id") == second.header("webhook-id"))
        #expect(first.header("webhook-signature") != second.header("webhook-signature"))
    }

    @Test("nothing leaves without an address, without a secret, empty, or after its window")
    func refusals() {
        let reply = Sample.reply(channel: "standard", account: "site", conversation: "c-4", inReplyTo: "17")
        let bare = PlatformAccount(route: "standard", name: "site")
        #expect(throws: ReplyRefusal.notConfigured("api_base")) { try StandardAdapter(bare).plan(reply, now: Sample.now) }
        var addressed = bare
        addressed.apiBase = "https://marque.example/"
        #expect(throws: ReplyRefusal.notConfigured("token")) { try StandardAdapter(addressed).plan(reply, now: Sample.now) }
        let empty = Sample.reply(" \n", channel: "standard", account: "site", conversation: "c-4", inReplyTo: "17")
        #expect(throws: ReplyRefusal.empty) { try adapter.plan(empty, now: Sample.now) }
        let until = Instant(seconds: Sample.now.seconds - 1)
        let late = Sample.reply(channel: "standard", account: "site", conversation: "c-4", inReplyTo: "17", until: until)
        #expect(throws: ReplyRefusal.windowClosed(at: until)) { try adapter.plan(late, now: Sample.now) }
    }

    @Test(
        "answers mean what the specification says",
        arguments: [
            (200, DeliveryOutcome.sent(externalIds: [])), (204, .sent(externalIds: [])),
            (301, .refused(code: "301", words: "the receiver redirects")),
            (400, .refused(code: "400", words: "the receiver refuses the reply")),
            (410, .paused(cause: "the receiver wants no more callbacks (410)")), (429, .retry(after: 30, cause: "HTTP 429")),
            (500, .retry(after: 30, cause: "HTTP 500")), (502, .retry(after: 30, cause: "HTTP 502")),
        ])
    func classify(_ status: Int, _ outcome: DeliveryOutcome) {
        #expect(adapter.classify(OutgoingAnswer(status: status, headers: ["retry-after": "30"])) == outcome)
    }
}
