import Desk
import Testing

@testable import Channels

@Suite("Events")
struct InboundEventTests {
    private func event(_ text: String = "a", kind: InboundEvent.Kind = .message(.message), role: InboundEvent.Role = .customer)
        -> InboundEvent
    {
        InboundEvent(
            channel: "whatsapp", account: "1", kind: kind, id: "w1", conversation: "c",
            author: InboundEvent.Author(id: "u", name: "Maëlle", role: role), text: text, type: "text")
    }

    @Test("only what a customer wrote becomes a message", arguments: InboundEvent.Role.allCases)
    func roles(_ role: InboundEvent.Role) { #expect((event(role: role).message != nil) == (role == .customer)) }

    @Test(
        "nothing but a message becomes a message",
        arguments: [InboundEvent.Kind.edit, .deletion, .reaction, .receipt(.read), .system, .unsupported])
    func kinds(_ kind: InboundEvent.Kind) { #expect(event(kind: kind).message == nil) }

    @Test("a note among colleagues and what somebody answers elsewhere are no messages")
    func gates() {
        var note = event()
        note.visibility = .internal
        #expect(note.message == nil)
        var standby = event()
        standby.isOurs = false
        #expect(standby.message == nil)
    }

    @Test("what came along without words is named, behind the subject where there is one; a sticker says nothing")
    func words() {
        var picture = event("")
        picture.attachments = [InboundEvent.Attachment(type: "image"), InboundEvent.Attachment(type: "video")]
        #expect(picture.message?.text == "[image] [video]")
        picture.subject = "Fêlée"
        #expect(picture.message?.text == "Fêlée\n\n[image] [video]")
        picture.subject = "Re: Fêlée"
        #expect(picture.message?.text == "[image] [video]")
        picture.subject = "Réf : FR-48213"
        #expect(picture.message?.text == "Réf : FR-48213\n\n[image] [video]")
        picture = event("Elle est fêlée")
        picture.attachments = ["sticker", "image", "image/jpeg", "video", "audio/ogg", "voice", "location", "contact", "link", "file"].map {
            InboundEvent.Attachment(type: $0)
        }
        #expect(picture.message?.text == "Elle est fêlée\n\n📷📷🎬🎤🎤📍👤🔗📎")
        picture.attachments = Array(repeating: InboundEvent.Attachment(type: "application/pdf"), count: 50)
        #expect(picture.message?.text == "Elle est fêlée\n\n📎📎📎📎📎📎📎📎📎📎")
        picture.attachments = [InboundEvent.Attachment(type: "sticker")]
        #expect(picture.message?.text == "Elle est fêlée")
        var sticker = event("")
        sticker.attachments = [InboundEvent.Attachment(type: "sticker")]
        #expect(sticker.message?.text == "")
    }

    @Test(
        "of the subject of an answer only codes are read, once",
        arguments: [
            ("Re: FR-48213 : remboursement", "FR-48213\n\nEt alors ?"), ("RE : [#48213] Annulation", "#48213\n\nEt alors ?"),
            ("Re: Commande n° 48213 expédiée", "#48213\n\nEt alors ?"), ("TR: Référence no 48213.", "#48213\n\nEt alors ?"),
            ("Re: Commandes FR-48213, FR-48214", "#FR-48213 FR-48214\n\nEt alors ?"),
            ("Re: Suivi 6A12345678901", "6A12345678901\n\nEt alors ?"), ("Re: Facture 2026113", "2026113\n\nEt alors ?"),
            ("Re: Soldes 2026 du 12/03/2026 : 20 % dès 50 €", "Et alors ?"),
        ])
    func answeredSubject(_ subject: String, _ text: String) {
        var answer = event("Et alors ?")
        answer.subject = subject
        #expect(answer.message?.text == text)
        answer = event("Et FR-48213, et 48213 ?")
        answer.subject = "Re: FR-48213, commande 48213"
        #expect(answer.message?.text == "Et FR-48213, et 48213 ?")
        answer = event("")
        answer.subject = "Re: FR-48213"
        #expect(answer.message?.text == "FR-48213")
    }

    @Test("the same thing has the same key, and nothing else has")
    func keys() {
        var other = event()
        #expect(other.onceKey == event("b").onceKey)
        other.account = "2"
        #expect(other.onceKey != event().onceKey)
        #expect(event(kind: .receipt(.read)).onceKey != event(kind: .receipt(.sent)).onceKey)
        var edit = event(kind: .edit)
        edit.version = "1"
        #expect(edit.onceKey != event(kind: .edit).onceKey)
        // Two edits within one second.
        #expect(event("a", kind: .edit).onceKey != event("b", kind: .edit).onceKey)
    }

    @Test("texts, names and types are bounded, and no NUL ends them early")
    func bounds() {
        let long = event(String(repeating: "é", count: 40_000))
        #expect(long.text.utf8.count <= InboundEvent.longestText && long.text.hasSuffix("é\n\n[…]"))
        let full = String(repeating: "é", count: InboundEvent.longestText / 2)
        #expect(event(full).text == full)
        let ends = event(String(repeating: "\u{0}", count: 30_000)).text
        #expect(ends.utf8.count <= InboundEvent.longestText && ends.hasSuffix("\u{FFFD}\n\n[…]"))
        #expect(event("a\u{0}b").text == "a\u{FFFD}b")
        let author = InboundEvent.Author(id: "u", name: "M\r\n" + String(repeating: "a", count: 1000))
        #expect(author.name?.unicodeScalars.count == 256)
        #expect(author.name?.hasPrefix("M  a") == true)
        var event = event()
        event.author.name = "b\u{0}c"
        #expect(event.author.name == "b c")
        event.subject = "d\ne"
        #expect(event.subject == "d e")
    }

    @Test(
        "ids of control characters, or beyond 512 bytes, are none",
        arguments: ["", "a\nb", "a\u{0}", "a\u{1F}b", String(repeating: "a", count: 513)])
    func identifiers(_ id: String) { #expect(Identifier.checked(id) == nil) }

    @Test("no rejection, failure or refusal says anything of what was sent")
    func labels() {
        for rejection in SignatureRejection.allCases { #expect("\(rejection)" == rejection.rawValue) }
        let secretText = "TEXTE-DU-CLIENT"
        for body in ["{\"\(secretText)\"}", "{\"a\":\"\(secretText)", secretText, "[\"\(secretText)\"]x"] {
            do {
                _ = try StandardAdapter(PlatformAccount(route: "standard", name: "site")).parse(Sample.request(body))
                Issue.record("read")
            } catch {
                #expect(!"\(error)".contains("TEXTE") && !String(reflecting: error).contains("TEXTE"))
            }
        }
    }
}

@Suite("Directory of channels")
struct ChannelDirectoryTests {
    @Test("every platform is found by its address, and every channel by what a reply is for")
    func found() throws {
        let accounts = ChannelDirectory.routes.map { PlatformAccount(route: $0, name: "marque", identities: ["2200"]) }
        let directory = try ChannelDirectory(accounts)
        for route in ChannelDirectory.routes {
            let adapter = try #require(directory.adapter(route: route, name: "marque"))
            #expect(type(of: adapter).route == route)
            for channel in type(of: adapter).channels {
                let reply = Sample.reply(channel: channel, account: "marque", conversation: "c", inReplyTo: "m")
                let carrier = try #require(directory.adapter(for: reply))
                #expect(type(of: carrier).channels.contains(channel))
            }
        }
        #expect(directory.adapter(route: "meta", name: "autre") == nil)
        let byId = Sample.reply(channel: "instagram", account: "2200", conversation: "c", inReplyTo: "m")
        #expect(directory.adapter(for: byId).map { type(of: $0).route } == "meta")
        let alone = try ChannelDirectory([PlatformAccount(route: "meta", name: "marque")])
        #expect(alone.adapter(for: byId) != nil)
        let two = try ChannelDirectory([PlatformAccount(route: "meta", name: "a"), PlatformAccount(route: "meta", name: "b")])
        #expect(two.adapter(for: byId) == nil)
        let foreign = Sample.reply(channel: "instagram", account: "2201", conversation: "c", inReplyTo: "m")
        #expect(directory.adapter(for: foreign) == nil)
    }

    @Test("a route nobody knows, and an account listed twice, are mistakes")
    func mistakes() {
        #expect(throws: ChannelDirectory.Mistake.unknownRoute("minitel")) {
            try ChannelDirectory([PlatformAccount(route: "minitel", name: "marque")])
        }
        let account = PlatformAccount(route: "meta", name: "marque")
        #expect(throws: ChannelDirectory.Mistake.listedTwice(route: "meta", name: "marque")) { try ChannelDirectory([account, account]) }
    }
}

@Suite("Samples for trying a set-up")
struct ChannelSampleTests {
    private func account(_ route: String) -> PlatformAccount {
        PlatformAccount(
            route: route, name: "marque", secrets: [Secret("bGEgdGjDqWnDqHJl")], publicURL: "https://boutique.example/webhooks/x",
            identities: ["880017"])
    }

    @Test("a sample of every platform is believed and is one message, the same for the same id", arguments: ChannelDirectory.routes)
    func samples(_ route: String) throws {
        let adapter = try #require(try ChannelDirectory([account(route)]).adapter(route: route, name: "marque"))
        func sample(_ id: String) throws -> InboundEvent {
            let request = try #require(ChannelSample.request(for: account(route), id: id, now: Sample.now))
            #expect(try adapter.verify(request, now: Sample.now).secret == 0)
            let events = try adapter.parse(request)
            #expect(events.count == 1)
            #expect(events.first?.message?.text.hasSuffix(ChannelSample.text) == true)
            return try #require(events.first)
        }
        #expect(try sample("essai-1").onceKey == sample("essai-1").onceKey)
        #expect(try sample("essai-1").onceKey != sample("essai-2").onceKey)
    }

    @Test("without a secret there is no sample")
    func unsigned() {
        #expect(ChannelSample.request(for: PlatformAccount(route: "meta", name: "marque"), id: "1", now: Sample.now) == nil)
        let user = PlatformAccount(route: "postmark", name: "marque", secrets: [Secret("nom:phrase")])
        #expect(ChannelSample.request(for: user, id: "1", now: Sample.now)?.headers["authorization"] == "Basic bm9tOnBocmFzZQ==")
    }

    @Test("however a request or an event is printed, it shows nothing of what a customer wrote")
    func printed() throws {
        let request = try #require(ChannelSample.request(for: account("telegram"), id: "1", now: Sample.now))
        let event = try #require(try TelegramAdapter(account("telegram")).parse(request).first)
        for value in [request as Any, event, [event], request.headers, event.author] {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), dumped] {
                #expect(!text.contains("essai") && !text.contains("bGEgdGjDqWnDqHJl"))
            }
        }
    }
}
