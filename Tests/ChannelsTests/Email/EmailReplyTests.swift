import Desk
import IntentEngine
import Testing

@testable import Channels

@Suite("E-mail out")
struct EmailReplyTests {
    private static func account(_ route: String, name: String? = "Marque") -> PlatformAccount {
        PlatformAccount(
            route: route, name: "support", token: Secret("cle-17"), apiBase: "http://127.0.0.1:9",
            sender: PlatformAccount.Sender(address: "support@marque.example", name: name), domain: "mg.marque.example")
    }

    private static let text = "Bonjour Maëlle, une théière neuve part ce soir 🙂"

    private func reply(
        conversation: String = "<m17@mail.example> mae@client.example", inReplyTo: String = "<m17@mail.example>",
        subject: String? = "Ma théière"
    ) -> OutgoingReply {
        Sample.reply(Self.text, channel: "email", account: "support", conversation: conversation, inReplyTo: inReplyTo, subject: subject)
    }

    private func plan(_ route: String, _ reply: OutgoingReply, name: String? = "Marque") throws -> OutgoingRequest {
        let directory = try ChannelDirectory([Self.account(route, name: name)])
        return try #require(directory.adapter(for: reply)).plan(reply, now: Sample.now)
    }

    @Test("by Brevo: what the client of record sends, with values of ours")
    func brevo() throws {
        let request = try plan("brevo", reply())
        #expect((request.method, request.path, request.header("api-key")) == ("POST", "/v3/smtp/email", "cle-17"))
        #expect(request.header("content-type") == "application/json")
        #expect(
            request.canonicalBody
                == #"""
                {"headers":{"In-Reply-To":"<m17@mail.example>","References":"<m17@mail.example>"},"sender":{"email":"support@marque.example","name":"Marque"},"to":[{"email":"mae@client.example"}],"subject":"Re: Ma théière","textContent":"\#(Self.text)"}
                """#.canonicalJSON)
    }

    @Test("by Postmark: what the client of record sends, with values of ours")
    func postmark() throws {
        let request = try plan("postmark", reply())
        #expect((request.method, request.path, request.header("x-postmark-server-token")) == ("POST", "/email", "cle-17"))
        #expect(
            request.canonicalBody
                == #"""
                {"From":"Marque <support@marque.example>","To":"mae@client.example","Subject":"Re: Ma théière","Headers":[{"Name":"In-Reply-To","Value":"<m17@mail.example>"},{"Name":"References","Value":"<m17@mail.example>"}],"TextBody":"\#(Self.text)"}
                """#.canonicalJSON)
    }

    @Test("by Mailgun: what the client of record sends, with values of ours")
    func mailgun() throws {
        let request = try plan("mailgun", reply())
        #expect((request.method, request.path) == ("POST", "/v3/mg.marque.example/messages"))
        #expect(request.header("authorization") == "Basic YXBpOmNsZS0xNw==")
        #expect(request.header("content-type") == "application/x-www-form-urlencoded")
        let form = try #require(FormFields(request.body)).fields
        #expect(form.map(\.name) == ["from", "to", "subject", "h:In-Reply-To", "h:References", "text"])
        #expect(
            form.map(\.value) == [
                "Marque <support@marque.example>", "mae@client.example", "Re: Ma théière", "<m17@mail.example>", "<m17@mail.example>",
                Self.text,
            ])
    }

    @Test("a thread names its root and the message that is answered")
    func references() throws {
        let request = try plan("postmark", reply(conversation: "<racine@mail.example> mae@client.example"))
        let headers = try #require(Sample.json(request.body)?["Headers"]?.elements)
        #expect(headers.last?["Value"]?.string == "<racine@mail.example> <m17@mail.example>")
    }

    @Test("without an id there is nothing to refer to, and without a subject one of our own")
    func bare() throws {
        let request = try plan("postmark", reply(conversation: "mae@client.example", inReplyTo: "guid-17", subject: nil))
        #expect(Sample.json(request.body)?["Headers"] == nil)
        #expect(Sample.json(request.body)?["Subject"]?.string == "Re: votre message")
    }

    @Test("a subject of our own is in the language of the reply")
    func subjectLanguage() throws {
        for (language, subject) in [(Language.english, "Re: your message"), (.french, "Re: votre message"), (.other, "Re: votre message")] {
            let reply = Sample.reply(
                Self.text, channel: "email", account: "support", conversation: "mae@client.example", inReplyTo: "guid-17",
                language: language)
            #expect(Sample.json(try plan("postmark", reply).body)?["Subject"]?.string == subject)
        }
    }

    @Test("what nobody read before it left says so (RFC 3834), so that no robot answers it; what a person approved does not")
    func automatic() throws {
        func reply(by name: String, inReplyTo: String = "<m17@mail.example>") -> OutgoingReply {
            Sample.reply(
                Self.text, channel: "email", account: "support", conversation: "mae@client.example", inReplyTo: inReplyTo, by: name)
        }
        let rules = Colleague.rules.name
        let brevo = Sample.json(try plan("brevo", reply(by: rules)).body)?["headers"]
        #expect(brevo?["Auto-Submitted"]?.string == "auto-replied" && brevo?["In-Reply-To"] != nil)
        let bare = Sample.json(try plan("brevo", reply(by: rules, inReplyTo: "guid-17")).body)?["headers"]
        #expect(bare?.canonical == #"{"Auto-Submitted":"auto-replied"}"#)
        let postmark = Sample.json(try plan("postmark", reply(by: rules)).body)?["Headers"]?.elements
        #expect(postmark?.last?.canonical == #"{"Name":"Auto-Submitted","Value":"auto-replied"}"#)
        #expect(FormFields(try plan("mailgun", reply(by: rules)).body)?["h:Auto-Submitted"] == "auto-replied")
        for route in ["brevo", "postmark", "mailgun"] {
            #expect(!String(decoding: try plan(route, reply(by: "lea")).body, as: UTF8.self).contains("Auto-Submitted"))
        }
    }

    @Test("nothing in a subject or a name becomes another header", arguments: ["brevo", "postmark", "mailgun"])
    func injection(_ route: String) throws {
        let request = try plan(route, reply(subject: "a\r\nBcc: tous@ailleurs.example\u{2028}b"), name: "M\r\nBcc: x")
        let text = String(decoding: request.body, as: UTF8.self)
        #expect(!text.contains("\\r") && !text.contains("\\n") && !text.contains("%0D") && !text.contains("%0A"))
    }

    @Test(
        "a conversation without one plain address is refused",
        arguments: [
            "", "<m17@mail.example>", "<m17@mail.example> a@b.example,c@d.example", "x a@b.example", "<a> b <c@d.example>", "a@b@c",
            "<m17@mail.example> a@b.example\nBcc: c@d.example",
        ])
    func addresses(_ conversation: String) {
        #expect(throws: ReplyRefusal.notAddressable) { try plan("brevo", reply(conversation: conversation)) }
    }

    @Test("a name with marks is put in quotes")
    func mailbox() throws {
        let request = try plan("postmark", reply(), name: "Marque, \"la\" boutique")
        #expect(Sample.json(request.body)?["From"]?.string == "\"Marque, \\\"la\\\" boutique\" <support@marque.example>")
    }

    @Test(
        "subjects of answers",
        arguments: [
            ("Ma théière", "Re: Ma théière"), ("Re: Ma théière", "Re: Ma théière"), ("RE : colis", "RE : colis"), ("AW: x", "AW: x"),
            ("", "Re: votre message"), ("Réf : FR-48213", "Re: Réf : FR-48213"), ("Rendez-vous : lundi", "Re: Rendez-vous : lundi"),
        ])
    func subjects(_ subject: String, _ answer: String) { #expect(Subject.answer(to: subject, in: .french) == answer) }

    @Test(
        "answers of the providers",
        arguments: [
            ("brevo", 201, #"{"messageId":"<9@relay.example>"}"#, DeliveryOutcome.sent(externalIds: ["<9@relay.example>"])),
            ("brevo", 400, #"{"code":"invalid_parameter","message":"sender"}"#, .refused(code: "invalid_parameter", words: "sender")),
            ("brevo", 401, #"{"code":"unauthorized","message":"x"}"#, .paused(cause: "the token is not accepted (unauthorized)")),
            ("brevo", 429, #"{"code":"too_many"}"#, .retry(after: 40, cause: "too many requests (too_many)")),
            ("brevo", 504, "", .unknown(cause: "HTTP 504")),
            ("brevo", 500, #"{"code":"internal_error","message":"x"}"#, .unknown(cause: "HTTP 500 (internal_error)")),
            ("postmark", 200, #"{"ErrorCode":0,"MessageID":"g-1","Message":"OK"}"#, .sent(externalIds: ["g-1"])),
            ("postmark", 422, #"{"ErrorCode":406,"Message":"Inactive"}"#, .refused(code: "406", words: "Inactive")),
            ("postmark", 401, #"{"ErrorCode":10,"Message":"token"}"#, .paused(cause: "not permitted (10)")),
            ("postmark", 500, #"{"ErrorCode":100,"Message":"Maintenance"}"#, .retry(after: nil, cause: "a passing failure (100)")),
            ("postmark", 500, #"{"ErrorCode":99,"Message":"x"}"#, .unknown(cause: "HTTP 500 (99)")),
            ("postmark", 200, "x", .unknown(cause: "HTTP 200 without a readable answer")),
            ("mailgun", 200, #"{"id":"<9@mg.example>","message":"Queued. Thank you."}"#, .sent(externalIds: ["<9@mg.example>"])),
            ("mailgun", 400, #"{"message":"to parameter is not valid"}"#, .refused(code: "400", words: "to parameter is not valid")),
            ("mailgun", 401, "Forbidden", .paused(cause: "the token is not accepted (401)")),
            ("mailgun", 500, #"{"message":"Internal Server Error"}"#, .unknown(cause: "HTTP 500")),
            ("mailgun", 503, #"{"message":"x"}"#, .retry(after: nil, cause: "not available (503)")),
            ("mailgun", 302, "", .refused(code: "302", words: "the platform redirects")),
        ])
    func classify(_ route: String, _ status: Int, _ body: String, _ outcome: DeliveryOutcome) throws {
        let adapter = try #require(try ChannelDirectory([Self.account(route)]).adapter(route: route, name: "support"))
        let answer = OutgoingAnswer(status: status, headers: ["x-sib-ratelimit-reset": "40"], body: Array(body.utf8))
        #expect(adapter.classify(answer) == outcome)
    }
}
