import Cryptography
import Desk
import Testing

@testable import Channels

@Suite("Twilio")
struct TwilioAdapterTests {
    private func adapter(_ url: String = "https://boutique.example/webhooks/twilio/marque") -> TwilioAdapter {
        TwilioAdapter(
            PlatformAccount(
                route: "twilio", name: "marque", secrets: [Secret("12345")], token: Secret("jeton"), apiBase: "http://127.0.0.1:9",
                publicURL: url,
                identities: ["AC17"]))
    }

    private static let fields = [
        ("MessageSid", "SM17"), ("From", "whatsapp:+33600000017"), ("To", "whatsapp:+33700000042"), ("Body", "Théière fêlée, é+& 😕"),
        ("NumMedia", "0"), ("ProfileName", "Maëlle"),
    ]

    private func request(_ fields: [(String, String)] = fields, address: String, query: String = "", isShared: Bool = false)
        -> InboundRequest
    {
        let input = SignatureScheme.Input(fields: FormFields(fields: fields.map { (name: $0.0, value: $0.1) }), address: address)
        let scheme = isShared ? SignatureScheme.twilioSHA256 : .twilio
        let signature = (try? scheme.signedBytes(input)).flatMap { scheme.sign($0, secret: Secret("12345")) } ?? ""
        var headers = [("Content-Type", "application/x-www-form-urlencoded"), ("X-Twilio-Signature", signature)]
        if isShared { headers.append(("X-Twilio-Webhooks-Signature-Settings", "key=a,algorithm=HMAC_SHA256")) }
        return InboundRequest(query: query, headers: HeaderList(headers), body: FormFields.encoded(fields))
    }

    @Test("the public address is signed, with or without the port its scheme implies, and no other address")
    func address() throws {
        let plain = "https://boutique.example/webhooks/twilio/marque"
        let written = "https://boutique.example:443/webhooks/twilio/marque"
        for configured in [plain, written] {
            for called in [plain, written] {
                #expect(try adapter(configured).verify(request(address: called), now: Sample.now).secret == 0)
            }
        }
        for other in ["http://127.0.0.1:8080/webhooks/twilio/marque", plain + "/", "https://boutique.example:8443/webhooks/twilio/marque"] {
            #expect(throws: SignatureRejection.mismatch) { try adapter().verify(request(address: other), now: Sample.now) }
        }
        #expect(try adapter().verify(request(address: plain + "?a=1", query: "a=1"), now: Sample.now).secret == 0)
        #expect(try adapter().verify(request(address: plain, isShared: true), now: Sample.now).secret == 0)
        #expect(throws: SignatureRejection.misconfigured) { try adapter("").verify(request(address: plain), now: Sample.now) }
    }

    @Test("fields are signed decoded, all of them, new ones too")
    func fields() throws {
        let plain = "https://boutique.example/webhooks/twilio/marque"
        let more = Self.fields + [("ParametreDeDemain", "é")]
        #expect(try adapter().verify(request(more, address: plain), now: Sample.now).secret == 0)
        let signed = request(address: plain)
        let changed = InboundRequest(headers: signed.headers, body: FormFields.encoded(more))
        #expect(throws: SignatureRejection.mismatch) { try adapter().verify(changed, now: Sample.now) }
    }

    @Test("a body of JSON is covered by its digest in the address")
    func json() throws {
        let plain = "https://boutique.example/webhooks/twilio/marque"
        let body = Array(#"{"a":1}"#.utf8)
        let query = "bodySHA256=" + Hexadecimal.text(Digest.sha256(body))
        let signature = request([], address: "\(plain)?\(query)").headers["x-twilio-signature"] ?? ""
        let headers = HeaderList([("Content-Type", "application/json"), ("X-Twilio-Signature", signature)])
        #expect(try adapter().verify(InboundRequest(query: query, headers: headers, body: body), now: Sample.now).secret == 0)
        #expect(throws: SignatureRejection.mismatch) {
            try adapter().verify(InboundRequest(query: query, headers: headers, body: body + [0x20]), now: Sample.now)
        }
        #expect(throws: SignatureRejection.missing) { try adapter().verify(InboundRequest(headers: headers, body: body), now: Sample.now) }
    }

    @Test("a message is answered between the same two numbers")
    func message() throws {
        let message = try #require(try adapter().parse(request(address: "")).first?.message)
        #expect((message.id, message.text, message.channel) == ("SM17", "Théière fêlée, é+& 😕", "sms"))
        #expect((message.conversation, message.author?.name) == ("whatsapp:+33600000017 whatsapp:+33700000042", "Maëlle"))
    }

    @Test("a number of media that is none, or absurd, does no harm", arguments: ["-1", "a", "", "9999999999999999999", "1000000000"])
    func media(_ count: String) throws {
        let fields = Self.fields.filter { $0.0 != "NumMedia" } + [("NumMedia", count)]
        let event = try #require(try adapter().parse(request(fields, address: "")).first)
        #expect(event.attachments.count == (count == "1000000000" ? 10 : 0))
    }

    @Test("what became of a message of ours is no message")
    func receipts() throws {
        for (status, kind) in [
            ("delivered", InboundEvent.Kind.receipt(.delivered)), ("undelivered", .receipt(.failed)), ("queued", .system),
        ] {
            let events = try adapter().parse(request(Self.fields + [("MessageStatus", status)], address: ""))
            #expect(events.map(\.kind) == [kind])
            #expect(events.compactMap(\.message).isEmpty)
        }
        #expect(try adapter().parse(request([("Digits", "1")], address: "")).map(\.kind) == [.unsupported])
    }

    @Test("a reply is what the client of record sends, with values of ours")
    func golden() throws {
        let reply = Sample.reply(channel: "sms", account: "marque", conversation: "+33600000017 +33700000042", inReplyTo: "SM17")
        let request = try adapter().plan(reply, now: Sample.now)
        #expect((request.method, request.path) == ("POST", "/2010-04-01/Accounts/AC17/Messages.json"))
        #expect(request.header("authorization") == "Basic QUMxNzpqZXRvbg==")
        #expect(request.header("content-type") == "application/x-www-form-urlencoded")
        let form = try #require(FormFields(request.body)).fields
        #expect(form.map(\.name) == ["To", "From", "Body"])
        #expect(form.map(\.value) == ["+33600000017", "+33700000042", reply.text])
        #expect(adapter().acknowledgement.body == Array("<Response/>".utf8))
    }

    @Test(
        "answers of the platform",
        arguments: [
            (201, #"{"sid":"SM18","status":"queued"}"#, DeliveryOutcome.sent(externalIds: ["SM18"])),
            (400, #"{"code":21610,"message":"unsubscribed","status":400}"#, .refused(code: "21610", words: "unsubscribed")),
            (429, #"{"code":20429,"message":"x"}"#, .retry(after: nil, cause: "too many requests (20429)")),
            (401, #"{"code":20003,"message":"x"}"#, .paused(cause: "not permitted (20003)")), (502, "", .unknown(cause: "HTTP 502")),
            (500, #"{"code":20500,"message":"Internal server error","status":500}"#, .unknown(cause: "HTTP 500 (20500)")),
        ])
    func classify(_ status: Int, _ body: String, _ outcome: DeliveryOutcome) {
        #expect(adapter().classify(OutgoingAnswer(status: status, body: Array(body.utf8))) == outcome)
    }
}
