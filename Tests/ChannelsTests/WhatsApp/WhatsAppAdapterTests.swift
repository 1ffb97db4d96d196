import Desk
import Testing

@testable import Channels

@Suite("WhatsApp")
struct WhatsAppAdapterTests {
    private let adapter = WhatsAppAdapter(
        PlatformAccount(
            route: "whatsapp", name: "marque", secrets: [Secret("un-secret")], token: Secret("EAAjeton"), apiBase: "http://127.0.0.1:9"))

    private func body(_ value: String, field: String = "messages", contacts: String = "") -> String {
        #"{"object":"whatsapp_business_account","entry":[{"id":"901","changes":[{"field":"\#(field)","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"33700000042","phone_number_id":"4402"},\#(contacts)\#(value)}}]}]}"#
    }

    private static let contacts =
        #""contacts":[{"profile":{"name":"Maëlle"},"wa_id":"33600000017","user_id":"FR.771122"}],"#

    private func events(_ body: String) throws -> [InboundEvent] { try adapter.parse(Sample.request(body)) }

    private func message(_ rest: String, id: String = "wamid.A1") -> String {
        #""messages":[{"from":"33600000017","id":"\#(id)","timestamp":"1772437500",\#(rest)}]"#
    }

    @Test("a text is private, dated in seconds written as a string, and may be answered for a day")
    func text() throws {
        let rest = #""type":"text","text":{"body":"Ma théière est fêlée"},"context":{"id":"wamid.Z"}"#
        let event = try #require(try events(body(message(rest), contacts: Self.contacts)).first)
        let message = try #require(event.message)
        #expect((message.id, message.text, message.author?.name) == ("wamid.A1", "Ma théière est fêlée", "Maëlle"))
        #expect((message.visibility, message.sentAt, event.account) == (.private, Sample.now, "4402"))
        #expect((event.replyUntil, event.regarding) == (Instant(seconds: Sample.now.seconds + 86_400), "wamid.Z"))
    }

    @Test("a customer without a number is known by the id that stays, and answered by it")
    func withoutNumber() throws {
        let contacts = #""contacts":[{"profile":{"name":"Maëlle"},"user_id":"FR.771122"}],"#
        let value = #""messages":[{"id":"wamid.A2","timestamp":"1772437500","type":"text","text":{"body":"Bonjour"}}]"#
        let message = try #require(try events(body(value, contacts: contacts)).first?.message)
        #expect((message.conversation, message.author?.id) == ("FR.771122", "FR.771122"))
        let reply = Sample.reply("Bonjour", channel: "whatsapp", account: "4402", conversation: "FR.771122", inReplyTo: "wamid.A2")
        let sent = try #require(Sample.json(try adapter.plan(reply, now: Sample.now).body))
        #expect(sent["recipient"]?.string == "FR.771122")
        #expect(sent["to"] == nil)
    }

    @Test("the id that stays is the conversation also while the number is shown, and the number where there is no such id")
    func conversation() throws {
        let rest = #""type":"text","text":{"body":"a"}"#
        #expect(try events(body(message(rest), contacts: Self.contacts)).first?.conversation == "FR.771122")
        #expect(try events(body(message(rest))).first?.conversation == "33600000017")
    }

    @Test("of several contacts each message finds its own")
    func severalContacts() throws {
        let contacts =
            #""contacts":[{"profile":{"name":"Noé"},"wa_id":"3361","user_id":"FR.1"},{"profile":{"name":"Maëlle"},"wa_id":"33600000017","user_id":"FR.2"}],"#
        let event = try #require(try events(body(message(#""type":"text","text":{"body":"a"}"#), contacts: contacts)).first)
        #expect((event.author.name, event.author.id) == ("Maëlle", "FR.2"))
    }

    @Test(
        "what is no text is read by its type",
        arguments: [
            (#""type":"image","image":{"id":"7","caption":"la voilà"}"#, InboundEvent.Kind.message(.message), "la voilà\n\n📷"),
            (#""type":"image","image":{"id":"7"}"#, .message(.message), "[image]"),
            (#""type":"audio","audio":{"id":"7"}"#, .message(.message), "[audio]"),
            (#""type":"button","button":{"text":"Oui"}"#, .message(.message), "Oui"),
            (
                #""type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"1","title":"Retour"}}"#, .message(.message),
                "Retour"
            ),
            (#""type":"sticker","sticker":{"id":"7"}"#, .message(.message), ""),
            (#""type":"interactive""#, .unsupported, ""), (#""type":"unsupported","errors":[{"code":131051}]"#, .unsupported, ""),
            (#""type":"text","text":{"body":"a"},"group_id":"g1""#, .unsupported, ""),
            (#""type":"hologramme","hologramme":{}"#, .unsupported, ""),
            (#""type":"system","system":{"type":"user_changed_number"}"#, .system, ""),
            (#""type":"reaction","reaction":{"message_id":"wamid.Z","emoji":"👍"}"#, .reaction, ""),
            (#""type":"edit","edit":{"original_message_id":"wamid.Z","message":{"type":"text","text":{"body":"b"}}}"#, .edit, ""),
            (#""type":"revoke","revoke":{"original_message_id":"wamid.Z"}"#, .deletion, ""),
        ])
    func types(_ rest: String, _ kind: InboundEvent.Kind, _ text: String) throws {
        let events = try events(body(message(rest), contacts: Self.contacts))
        #expect(events.map(\.kind) == [kind])
        #expect(events.first?.message?.text ?? "" == text)
        if kind == .edit || kind == .deletion || kind == .reaction { #expect(events[0].regarding == "wamid.Z") }
    }

    @Test("what a colleague writes on the telephone is no question, and stands in the customer’s conversation")
    func echoes() throws {
        let value =
            #""message_echoes":[{"from":"33700000042","to":"33600000017","to_user_id":"FR.771122","id":"wamid.E","timestamp":"1772437500","type":"text","text":{"body":"C’est réglé"}}]"#
        let event = try #require(try events(body(value, field: "smb_message_echoes")).first)
        #expect(event.message == nil)
        #expect((event.author.role, event.conversation) == (.agent, "FR.771122"))
    }

    @Test("receipts are no messages")
    func receipts() throws {
        let value =
            #""statuses":[{"id":"wamid.S","status":"delivered","timestamp":"1772437500","recipient_id":"33600000017"},{"id":"wamid.S","status":"read","timestamp":"1772437501"},{"id":"wamid.S","status":"failed","errors":[{"code":131047}]},{"id":"wamid.S","status":"rêvé"}]"#
        let events = try events(body(value))
        #expect(events.map(\.kind) == [.receipt(.delivered), .receipt(.read), .receipt(.failed), .unsupported])
        #expect(events.compactMap(\.message).isEmpty)
        #expect(Set(events.map(\.onceKey)).count == 4)
        #expect(events[2].type == "failed 131047")
    }

    @Test("what becomes of a reply names its delivery; of one that failed it proves nothing")
    func proof() throws {
        func delivery(_ status: String) throws -> String? {
            let value = #""statuses":[{"id":"wamid.S","status":"\#(status)","biz_opaque_callback_data":"livraison-17"}]"#
            let event = try #require(try events(body(value)).first)
            #expect(event.regarding == "wamid.S")
            return event.delivery
        }
        for status in ["sent", "delivered", "read"] { #expect(try delivery(status) == "livraison-17") }
        #expect(try delivery("failed") == nil)
    }

    @Test("one bad element does not lose the batch, and other fields are the platform’s own")
    func batch() throws {
        let value =
            #""messages":[{"from":"1","timestamp":"1","type":"text","text":{"body":"sans id"}},17,{"from":"33600000017","id":"wamid.B","timestamp":"1772437500","type":"text","text":{"body":"entier"}}]"#
        let events = try events(body(value))
        #expect(events.map(\.kind) == [.unsupported, .unsupported, .message(.message)])
        #expect(try self.events(body(#""event":"x""#, field: "account_update")).map(\.kind) == [.system])
    }

    @Test("a reply is what the client of record sends, with values of ours")
    func golden() throws {
        let reply = Sample.reply(channel: "whatsapp", account: "4402", conversation: "33600000017", inReplyTo: "wamid.A1")
        let request = try adapter.plan(reply, now: Sample.now)
        #expect((request.method, request.path) == ("POST", "/v23.0/4402/messages"))
        #expect(request.header("authorization") == "Bearer EAAjeton")
        #expect(request.header("content-type") == "application/json")
        #expect(
            request.canonicalBody
                == #"{"messaging_product":"whatsapp","recipient_type":"individual","type":"text","to":"33600000017","biz_opaque_callback_data":"livraison-17","context":{"message_id":"wamid.A1"},"text":{"body":"Bonjour Maëlle, une théière neuve part ce soir 🙂","preview_url":false}}"#
                .canonicalJSON)
    }

    @Test("nothing leaves in public, beyond 4,096 characters, or after the window")
    func refusals() {
        func plan(_ text: String = "a", _ visibility: Message.Visibility = .private, until: Instant? = nil) throws -> OutgoingRequest {
            try adapter.plan(
                Sample.reply(
                    text, channel: "whatsapp", account: "4402", conversation: "336", inReplyTo: "w", visibility: visibility, until: until),
                now: Sample.now)
        }
        #expect(throws: ReplyRefusal.wrongVisibility) { try plan("a", .public) }
        #expect(throws: ReplyRefusal.tooLong(length: 4097, most: 4096, unit: .utf16)) { try plan(String(repeating: "a", count: 4097)) }
        let past = Instant(seconds: Sample.now.seconds - 1)
        #expect(throws: ReplyRefusal.windowClosed(at: past)) { try plan(until: past) }
    }

    @Test(
        "answers of the platform",
        arguments: [
            (200, #"{"messaging_product":"whatsapp","messages":[{"id":"wamid.N"}]}"#, DeliveryOutcome.sent(externalIds: ["wamid.N"])),
            (400, #"{"error":{"message":"fenêtre","code":131047}}"#, .refused(code: "131047", words: "fenêtre")),
            (400, #"{"error":{"message":"trop","code":131056}}"#, .retry(after: nil, cause: "too many requests (131056)")),
            (500, #"{"error":{"message":"?","code":131016}}"#, .retry(after: nil, cause: "a passing failure (131016)")),
            (403, #"{"error":{"message":"?","code":131031}}"#, .paused(cause: "not permitted (131031)")),
            (504, "", .unknown(cause: "HTTP 504")),
        ])
    func classify(_ status: Int, _ body: String, _ outcome: DeliveryOutcome) {
        #expect(adapter.classify(OutgoingAnswer(status: status, body: Array(body.utf8))) == outcome)
    }
}
