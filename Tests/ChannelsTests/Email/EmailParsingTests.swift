import Desk
import Testing

@testable import Channels

@Suite("E-mail in")
struct EmailParsingTests {
    private static func account(_ route: String) -> PlatformAccount {
        PlatformAccount(
            route: route, name: "support", secrets: [Secret("cle-de-signature")],
            sender: PlatformAccount.Sender(address: "support@marque.example", name: "Marque"))
    }

    /// The same e-mail as each provider writes it.
    static func request(
        _ route: String, from: String = "mae@client.example", headers: [(String, String)] = [], text: String = "Elle est arrivée fêlée.",
        subject: String = "Théière fêlée"
    ) -> InboundRequest {
        let all = [("Message-ID", "<m17@mail.example>"), ("Date", "Mon, 2 Mar 2026 08:45:00 +0100")] + headers
        switch route {
        case "brevo":
            let fields = all.map { #""\#($0.0)":"\#($0.1.replacing("\"", with: "\\\""))""# }.joined(separator: ",")
            return Sample.request(
                #"{"items":[{"Uuid":["aa-17"],"MessageId":"<m17@mail.example>","InReplyTo":null,"From":{"Name":"Maëlle","Address":"\#(from)"},"To":[{"Address":"support@marque.example"}],"SentAtDate":"Mon, 2 Mar 2026 08:45:00 +0100","Subject":"\#(subject)","Attachments":[],"Headers":{"Received":["a","b"],\#(fields)},"ExtractedMarkdownMessage":"\#(text)\n","RawTextBody":"\#(text)\n> avant","RawHtmlBody":"<p>x</p>"}]}"#
            )
        case "postmark":
            let fields = all.map { #"{"Name":"\#($0.0)","Value":"\#($0.1)"}"# }.joined(separator: ",")
            return Sample.request(
                #"{"FromFull":{"Email":"\#(from)","Name":"Maëlle","MailboxHash":""},"Subject":"\#(subject)","MessageID":"guid-17","Date":"Mon, 2 Mar 2026 08:45:00 +0100","TextBody":"\#(text)\n> avant","StrippedTextReply":"\#(text)","HtmlBody":"<p>x</p>","Headers":[\#(fields)],"Attachments":[]}"#
            )
        default:
            let list = all.map { #"["\#($0.0)","\#($0.1)"]"# }.joined(separator: ",")
            let fields = [
                ("recipient", "support@marque.example"), ("sender", from), ("from", "Maëlle <\(from)>"), ("subject", subject),
                ("body-plain", text + "\n> avant"), ("stripped-text", text), ("message-headers", "[\(list)]"),
                ("timestamp", String(Sample.now.seconds)), ("token", "jeton-17"),
                (
                    "signature",
                    SignatureScheme.mailgun.sign(Array("\(Sample.now.seconds)jeton-17".utf8), secret: Secret("cle-de-signature")) ?? ""
                ),
            ]
            return InboundRequest(
                headers: HeaderList([("Content-Type", "application/x-www-form-urlencoded")]), body: FormFields.encoded(fields))
        }
    }

    private func event(_ route: String, _ request: InboundRequest) throws -> InboundEvent {
        let directory = try ChannelDirectory([Self.account(route)])
        return try #require(try directory.adapter(route: route, name: "support")?.parse(request).first)
    }

    static let routes = ["brevo", "postmark", "mailgun"]

    @Test("every provider’s e-mail is the same message", arguments: routes)
    func message(_ route: String) throws {
        let event = try event(route, Self.request(route))
        let message = try #require(event.message)
        #expect((message.id, message.kind, message.channel) == ("<m17@mail.example>", .email, "email"))
        #expect((message.author?.id, message.author?.name) == ("mae@client.example", "Maëlle"))
        #expect(message.text == "Théière fêlée\n\nElle est arrivée fêlée.")
        #expect((message.conversation, message.sentAt) == ("<m17@mail.example> mae@client.example", Sample.now))
        #expect((event.subject, message.subject, message.visibility) == ("Théière fêlée", "Théière fêlée", .private))
    }

    @Test("an answer belongs to the thread of its root, and does not repeat its subject", arguments: routes)
    func thread(_ route: String) throws {
        let headers = [("References", "<racine@mail.example> <m16@marque.example>"), ("In-Reply-To", "<m16@marque.example>")]
        let event = try event(route, Self.request(route, headers: headers, subject: "RE : Théière fêlée"))
        #expect(event.conversation == "<racine@mail.example> mae@client.example")
        #expect(event.regarding == "<m16@marque.example>")
        #expect(event.message?.text == "Elle est arrivée fêlée.")
    }

    @Test("the house’s own address is no customer", arguments: routes)
    func ownAddress(_ route: String) throws {
        let event = try event(route, Self.request(route, from: "Support@Marque.example"))
        #expect(event.author.role == .own)
        #expect(event.message == nil)
    }

    @Test(
        "robots that do not say so are known by their subjects", arguments: routes,
        [
            "Réponse automatique : absence du bureau", "REPONSE AUTOMATIQUE: Théière", "Absence du bureau", "Automatic reply: Teapot",
            "Out of Office: Teapot", "[Réponse automatique] Théière", "Autoreply", "Abwesenheitsnotiz: Teekanne",
            "Undelivered Mail Returned to Sender", "Delivery Status Notification (Failure)", "Message d’absence",
        ])
    func robotSubjects(_ route: String, _ subject: String) throws {
        let event = try event(route, Self.request(route, subject: subject))
        #expect(event.author.role == .bot)
    }

    @Test(
        "a person who writes of such things is a person", arguments: routes,
        [
            "Absence de réponse", "Réponse automatique reçue, et rien d’autre", "Re: Réponse automatique : théière", "Absence de mon colis",
            "Out of stock", "Automatic replies are no help",
        ])
    func personSubjects(_ route: String, _ subject: String) throws {
        #expect(try event(route, Self.request(route, subject: subject)).author.role == .customer)
    }

    @Test(
        "robots are not answered (RFC 3834)", arguments: routes,
        [
            ("Auto-Submitted", "auto-replied"), ("Auto-Submitted", "auto-generated; type=x"), ("Precedence", "bulk"),
            ("Precedence", "List"),
            ("X-Autoreply", "yes"), ("Return-Path", "<>"), ("List-Id", "<l.example>"),
        ])
    func robots(_ route: String, _ header: (String, String)) throws {
        let event = try event(route, Self.request(route, headers: [header]))
        #expect(event.author.role == .bot)
        #expect(event.message == nil)
    }

    @Test("answers go where they are asked for: a contact form writes from the house and names the customer", arguments: routes)
    func replyTo(_ route: String) throws {
        let form = try event(
            route, Self.request(route, from: "support@marque.example", headers: [("Reply-To", "Noé <noe@client.example>")]))
        #expect((form.author.role, form.author.name, form.author.id) == (.customer, "Noé", "noe@client.example"))
        #expect(form.message?.conversation == "<m17@mail.example> noe@client.example")
        let own = try event(route, Self.request(route, headers: [("Reply-To", "support@marque.example")]))
        #expect(own.message == nil)
        let odd = try event(route, Self.request(route, headers: [("Reply-To", "a@b.example, c@d.example")]))
        #expect(odd.author.id == "mae@client.example")
    }

    @Test("“Auto-Submitted: no” is a person", arguments: routes)
    func person(_ route: String) throws {
        #expect(try event(route, Self.request(route, headers: [("Auto-Submitted", "no")])).message != nil)
    }

    @Test(
        "e-mail without a usable sender is kept and not answered", arguments: routes,
        ["", "deux@a.example, trois@b.example", "a b@c.example"])
    func noSender(_ route: String, _ from: String) throws {
        #expect(try event(route, Self.request(route, from: from)).kind == .unsupported)
    }

    @Test("one bad element of Brevo’s list does not lose the others")
    func batch() throws {
        let whole = String(decoding: Self.request("brevo").body, as: UTF8.self)
        let body = whole.replacing(#"{"items":["#, with: #"{"items":[17,{"From":{}},null,"#)
        let events = try BrevoAdapter(Self.account("brevo")).parse(Sample.request(body))
        #expect(events.map(\.kind) == [.unsupported, .unsupported, .unsupported, .message(.email)])
    }

    @Test("the signature of Mailgun does not cover the content: its token is used once")
    func token() throws {
        let adapter = MailgunAdapter(Self.account("mailgun"))
        let first = try adapter.verify(Self.request("mailgun"), now: Sample.now)
        let other = try adapter.verify(Self.request("mailgun", text: "Autre texte"), now: Sample.now)
        #expect(first.onceKey == "jeton-17")
        #expect(first == other)
        #expect(throws: SignatureRejection.stale) {
            try adapter.verify(Self.request("mailgun"), now: Instant(seconds: Sample.now.seconds + 121))
        }
        #expect(throws: SignatureRejection.malformed) { try adapter.verify(Sample.request("{}"), now: Sample.now) }
    }

    @Test("Mailgun’s form with files is read, without the files")
    func multipart() throws {
        let plain = try #require(FormFields(Self.request("mailgun").body)).fields
        var body = plain.map { "--couture\r\nContent-Disposition: form-data; name=\"\($0.name)\"\r\n\r\n\($0.value)\r\n" }.joined()
        body +=
            "--couture\r\nContent-Disposition: form-data; name=\"attachment-1\"; filename=\"photo.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
        let bytes = Array(body.utf8) + [0xFF, 0xD8, 0x00, 0x0D, 0x0A] + Array("\r\n--couture--\r\n".utf8)
        let request = InboundRequest(headers: HeaderList([("Content-Type", "multipart/form-data; boundary=\"couture\"")]), body: bytes)
        let adapter = MailgunAdapter(Self.account("mailgun"))
        #expect(try adapter.verify(request, now: Sample.now).onceKey == "jeton-17")
        let event = try #require(try adapter.parse(request).first)
        #expect(event.message?.text == "Théière fêlée\n\nElle est arrivée fêlée.\n\n📷")
        #expect(event.attachments == [InboundEvent.Attachment(type: "image/jpeg", name: "photo.jpg")])
    }

    @Test("limits of size leave room for attachments where they come along")
    func sizes() {
        #expect(MetaAdapter(Self.account("meta")).largestBody >= 4 << 20)
        #expect(PostmarkAdapter(Self.account("postmark")).largestBody > 35 << 20)
        #expect(MailgunAdapter(Self.account("mailgun")).largestBody > 25 << 20)
    }

    @Test(
        "dates of e-mail",
        arguments: [
            ("Mon, 2 Mar 2026 08:45:00 +0100", 1_772_437_500), ("2 Mar 2026 07:45:00 GMT", 1_772_437_500),
            ("Mon, 02 Mar 2026 02:45 -0500 (EST)", 1_772_437_500), ("2 Mars 2026", nil), ("Mon, 32 Mar 2026 08:45:00 +0100", nil),
            ("Mon, 2 Mar 2026 21:45:00 +1400", 1_772_437_500), ("Mon, 2 Mar 2026 08:45:00 +1401", nil),
            ("Mon, 2 Mar 2026 08:45:00 +9999", nil), ("Mon, 2 Mar 2026 08:45:00 -1500", nil), ("Mon, 2 Mar 2026 08:45:00 +0160", nil),
            ("Mon, 2 Mar 2026 25:45:00 +0100", nil), ("", nil), (",", nil), ("a b c d e", nil),
        ])
    func dates(_ text: String, _ seconds: Int?) { #expect(MailDate.instant(text)?.seconds == seconds) }

    @Test("HTML alone gives its words")
    func html() {
        let html =
            "<html><head><style>p{}</style><script>alert('<p>')</script></head><body><p>Bonjour,</p>\n<p>Th&eacute;i&#232;re&nbsp;f&#xEA;l&eacute;e &amp; triste<br>Maëlle</p>"
        #expect(HTMLText.plain(html) == "Bonjour,\n\nThéière\u{A0}fêlée & triste\nMaëlle")
        #expect(HTMLText.plain("a < b") == "a < b")
        #expect(HTMLText.plain("&&amp;&#0;&#xD800;&inconnu;") == "&&&#0;&#xD800;&inconnu;")
    }
}
