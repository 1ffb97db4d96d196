import Desk
import Testing

@testable import Channels

@Suite("Meta: Messenger, Instagram and Pages")
struct MetaAdapterTests {
    private let adapter = MetaAdapter(
        PlatformAccount(
            route: "meta", name: "marque", secrets: [Secret("un-secret")],
            verifyTokens: [Secret("ancien"), Secret("jeton-de-verification")],
            token: Secret("EAAjeton"), identities: ["880017"]))

    private func events(_ body: String) throws -> [InboundEvent] { try adapter.parse(Sample.request(body)) }

    private func page(_ inner: String, object: String = "page", id: String = "\"2200\"") -> String {
        #"{"object":"\#(object)","entry":[{"id":\#(id),"time":1772437500321,\#(inner)}]}"#
    }

    private static let text =
        #"{"sender":{"id":"555"},"recipient":{"id":"2200"},"timestamp":1772437500100,"message":{"mid":"m_1","text":"Th\u00e9i\u00e8re f\u00eal\u00e9e \ud83d\ude15"}}"#

    @Test("a message of Messenger is private, dated in milliseconds, and may be answered for a day")
    func messenger() throws {
        let event = try #require(try events(page(#""messaging":[\#(Self.text)]"#)).first)
        let message = try #require(event.message)
        #expect((message.id, message.text, message.channel) == ("m_1", "Théière fêlée 😕", "messenger"))
        #expect((message.conversation, message.author?.id, message.visibility) == ("555", "555", .private))
        #expect(message.sentAt == Sample.now)
        #expect((event.account, event.replyUntil) == ("2200", Instant(seconds: Sample.now.seconds + 86_400)))
    }

    @Test("the bot does not answer itself: an echo is nobody's question, and stands in the customer's conversation")
    func echoes() throws {
        for (application, role) in [("880017", InboundEvent.Role.own), ("263902037430900", .agent)] {
            let body = page(
                #""messaging":[{"sender":{"id":"2200"},"recipient":{"id":"555"},"timestamp":1772437500100,"message":{"mid":"m_2","is_echo":true,"app_id":\#(application),"metadata":"livraison-17","text":"Elle part demain."}}]"#
            )
            let event = try #require(try events(body).first)
            #expect(event.message == nil)
            #expect((event.author.role, event.conversation) == (role, "555"))
            #expect(event.delivery == (role == .own ? "livraison-17" : nil))
        }
    }

    @Test("what the Page itself sends is no question, even without the mark of an echo")
    func unmarkedEcho() throws {
        let body = page(#""messaging":[{"sender":{"id":"2200"},"recipient":{"id":"555"},"message":{"mid":"m_3","text":"Bonjour"}}]"#)
        #expect(try events(body).compactMap(\.message).isEmpty)
    }

    @Test("a comment by the Page itself is a colleague's, as nothing in it says that it was sent from here, and gives no message")
    func ownComment() throws {
        for body in [page(Self.feed(author: "2200")), page(Self.feed(author: "880017"))] {
            let events = try events(body)
            #expect(events.map(\.author.role) == [.agent])
            #expect(events.compactMap(\.message).isEmpty)
        }
        let below = try events(page(Self.feed(author: "2200", parent: "9_4")))
        #expect(below.map(\.conversation) == ["comment:9_4"])
    }

    private static func feed(author: String?, verb: String = "add", item: String = "comment", parent: String = "2200_9") -> String {
        let from = author.map { #""from":{"id":"\#($0)","name":"Maëlle"},"# } ?? ""
        return
            #""changes":[{"field":"feed","value":{\#(from)"item":"\#(item)","verb":"\#(verb)","comment_id":"9_17","post_id":"2200_9","parent_id":"\#(parent)","message":"Trop cher pour ce que c’est","created_time":1772437500}}]"#
    }

    @Test("a comment on a Page is public, with the thread of the comment on top")
    func pageComment() throws {
        let message = try #require(try events(page(Self.feed(author: "777"))).first?.message)
        #expect((message.id, message.kind, message.visibility, message.channel) == ("9_17", .comment, .public, "facebook"))
        #expect((message.author?.name, message.conversation, message.sentAt) == ("Maëlle", "comment:9_17", Sample.now))
        #expect(try events(page(Self.feed(author: "777", parent: "9_4"))).first?.conversation == "comment:9_4")
    }

    @Test("changes and removals of comments are no messages, and a comment without an author is not answered")
    func otherComments() throws {
        #expect(try events(page(Self.feed(author: "777", verb: "edited"))).map(\.kind) == [.edit])
        #expect(try events(page(Self.feed(author: "777", verb: "remove"))).map(\.kind) == [.deletion])
        // What is below another is changed itself, and not what it answers.
        #expect(try events(page(Self.feed(author: "777", verb: "edited", parent: "9_4"))).map(\.revised?.id) == ["9_17"])
        #expect(try events(page(Self.feed(author: "777", item: "reaction"))).map(\.kind) == [.reaction])
        #expect(try events(page(Self.feed(author: nil))).map(\.kind) == [.unsupported])
        #expect(try events(page(Self.feed(author: "777", item: "post"))).first?.message?.kind == .mention)
    }

    @Test("a comment on Instagram is read in both of its shapes, with and without the list of changes")
    func instagramComments() throws {
        let value =
            #""field":"comments","value":{"id":"1790","text":"Et en bleu ?","from":{"id":"684","username":"maelle.c"},"media":{"id":"1789"}}"#
        let listed = try events(page(#""changes":[{\#(value)}]"#, object: "instagram", id: "\"1784\""))
        let direct = try events(page(value, object: "instagram", id: "\"1784\""))
        for events in [listed, direct] {
            let event = try #require(events.first)
            #expect(events.count == 1)
            #expect((event.message?.text, event.message?.visibility, event.message?.channel) == ("Et en bleu ?", .public, "instagram"))
            #expect((event.author.handle, event.sentAt, event.conversation) == ("maelle.c", Sample.now, "comment:1790"))
        }
        let own = value.replacing("\"684\"", with: "\"1784\"")
        #expect(try events(page(own, object: "instagram", id: "\"1784\"")).map(\.author.role) == [.agent])
        #expect(try events(page(own, object: "instagram", id: "\"1784\"")).compactMap(\.message).isEmpty)
    }

    @Test("while somebody answers in Meta’s inbox, events come as standby: they are kept and never answered")
    func standby() throws {
        let events = try events(page(#""standby":[\#(Self.text)]"#))
        #expect(events.count == 1)
        #expect(events[0].text == "Théière fêlée 😕")
        #expect(!events[0].isOurs)
        #expect(events[0].message == nil)
    }

    @Test("one bad element does not lose the batch")
    func batch() throws {
        let bad = [
            #"{"sender":{"id":{}},"message":{"mid":"x","text":"y"}}"#, "17", "null", "[]",
            #"{"sender":{"id":"5"},"message":{"text":"sans id"}}"#,
            #"{"sender":{"id":"5"},"message":{"mid":"z","text":"\x"}}"#,
        ]
        let second = Self.text.replacing("m_1", with: "m_2")
        let body = page(#""messaging":[\#(Self.text),\#(bad.joined(separator: ",")),\#(second)]"#)
        let events = try events(body)
        #expect(events.count == 8)
        #expect(events.compactMap(\.message).map(\.id) == ["m_1", "m_2"])
        #expect(events.filter { $0.kind == .unsupported }.count == 6)
        #expect(Set(events.map(\.onceKey)).count == 8)
    }

    @Test("types not known are kept as unsupported", arguments: ["sticker_pack", "post", "game_play"])
    func unknownTypes(_ type: String) throws {
        let events = try events(page(#""messaging":[{"sender":{"id":"555"},"timestamp":1,"\#(type)":{"mid":"m_9"}}]"#))
        #expect(events.map(\.kind) == [.unsupported])
        #expect(events[0].type == type)
    }

    @Test("the test button of the dashboard, whose account is “0” and whose time is a string, is nobody’s message")
    func testButton() throws {
        let body = page(
            #""messaging":[{"sender":{"id":"12"},"recipient":{"id":"23"},"timestamp":"1772437500","message":{"mid":"au_hasard","text":"au hasard"}}]"#,
            object: "instagram", id: "\"0\"")
        #expect(try events(body).map(\.kind) == [.system])
    }

    @Test(
        "ids may be numbers, and times strings of seconds or milliseconds",
        arguments: ["\"1772437500\"", "1772437500", "\"1772437500100\"", "1772437500100"])
    func looseTypes(_ time: String) throws {
        let body = page(
            #""messaging":[{"sender":{"id":99955512345678},"timestamp":\#(time),"message":{"mid":"m_1","text":"a"}}]"#, id: "2200")
        let event = try #require(try events(body).first)
        #expect((event.account, event.conversation, event.sentAt) == ("2200", "99955512345678", Sample.now))
    }

    @Test("deletions, edits, reactions, receipts and buttons are told apart")
    func otherEvents() throws {
        let body = page(
            #"""
            "messaging":[{"sender":{"id":"5"},"timestamp":1772437500100,"message":{"mid":"m_1","is_deleted":true}},
            {"sender":{"id":"5"},"timestamp":1772437500100,"message_edit":{"mid":"m_1","text":"autre","num_edit":1}},
            {"sender":{"id":"5"},"timestamp":1772437500100,"reaction":{"mid":"m_1","action":"react","emoji":"❤"}},
            {"sender":{"id":"5"},"timestamp":1772437500100,"read":{"watermark":1}},
            {"sender":{"id":"5"},"timestamp":1772437500100,"delivery":{"mids":["m_7"]}},
            {"sender":{"id":"5"},"timestamp":1772437500100,"postback":{"mid":"m_8","title":"Suivre mon colis","payload":"X"}},
            {"sender":{"id":"5"},"timestamp":1772437500100,"optin":{}},
            {"sender":{"id":"5"},"timestamp":1772437500100,"message":{"mid":"m_9","attachments":[{"type":"image","payload":{"url":"https://cdn.example/a"}}]}}]
            """#)
        let events = try events(body)
        #expect(
            events.map(\.kind) == [
                .deletion, .edit, .reaction, .receipt(.read), .receipt(.delivered), .message(.message), .system, .message(.message),
            ])
        #expect(events.compactMap(\.message).map(\.text) == ["Suivre mon colis", "[image]"])
        #expect(events[4].regarding == "m_7")
    }

    @Test("an object of several accounts gives each its own events")
    func severalAccounts() throws {
        let body = #"{"object":"page","entry":[{"id":"2200","messaging":[\#(Self.text)]},{"id":"2201","messaging":[\#(Self.text)]}]}"#
        let events = try events(body)
        #expect(events.map(\.account) == ["2200", "2201"])
        #expect(events[0].onceKey != events[1].onceKey)
    }

    @Test("the handshake gives the bare challenge to who knows the word, and 403 to everybody else")
    func handshake() {
        func answer(_ query: String, method: String = "GET") -> ChannelAnswer? {
            adapter.handshake(InboundRequest(method: method, query: query, body: []))
        }
        #expect(!adapter.handshakeIsSigned)
        let right = answer("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=jeton-de-verification")
        #expect(right == ChannelAnswer(status: 200, body: "1158201444"))
        #expect(answer("hub.mode=subscribe&hub.challenge=1&hub.verify_token=ancien")?.status == 200)
        #expect(answer("hub.mode=subscribe&hub.challenge=1&hub.verify_token=faux")?.status == 403)
        #expect(answer("hub.mode=subscribe&hub.challenge=1")?.status == 403)
        #expect(answer("hub.mode=subscribe&hub.challenge=%3Cscript%3E&hub.verify_token=ancien")?.status == 403)
        #expect(answer("hub.challenge=1&hub.verify_token=ancien") == nil)
        #expect(answer("hub.mode=subscribe&hub.challenge=1&hub.verify_token=ancien", method: "POST") == nil)
        let bare = MetaAdapter(PlatformAccount(route: "meta", name: "marque", verifyTokens: [Secret("")]))
        let empty = InboundRequest(method: "GET", query: "hub.mode=subscribe&hub.challenge=1&hub.verify_token=", body: [])
        #expect(bare.handshake(empty)?.status == 403)
    }

    @Test("a whole request is verified by its raw bytes")
    func verification() throws {
        let body = page(#""messaging":[\#(Self.text)]"#)
        let signature = SignatureScheme.meta.sign(Array(body.utf8), secret: Secret("un-secret")) ?? ""
        #expect(try adapter.verify(Sample.request(body, headers: [("x-hub-signature-256", signature)]), now: Sample.now).secret == 0)
        let again = body.replacing("\\u00e9", with: "é")
        #expect(throws: SignatureRejection.mismatch) {
            try adapter.verify(Sample.request(again, headers: [("x-hub-signature-256", signature)]), now: Sample.now)
        }
    }
}
