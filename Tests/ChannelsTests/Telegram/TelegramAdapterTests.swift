import Desk
import IntentEngine
import Testing

@testable import Channels

@Suite("Telegram")
struct TelegramAdapterTests {
    private let adapter = TelegramAdapter(
        PlatformAccount(
            route: "telegram", name: "bot", secrets: [Secret("mot_secret-17")], token: Secret("77:JETON"), apiBase: "http://127.0.0.1:9"))

    private func event(_ body: String) throws -> InboundEvent {
        let events = try adapter.parse(Sample.request(body))
        #expect(events.count == 1)
        return try #require(events.first)
    }

    private func update(_ inner: String, name: String = "message") -> String {
        #"{"update_id":501,"\#(name)":{"message_id":17,"date":1772437500,\#(inner)}}"#
    }

    private static let maelle =
        #""from":{"id":5500001112223,"is_bot":false,"first_name":"Maëlle","last_name":"Ç","username":"mae","language_code":"fr"}"#
    private static let chat = #""chat":{"id":5500001112223,"type":"private"}"#

    @Test("a message has its chat in its id, and ids beyond 32 bits are whole")
    func message() throws {
        let event = try event(update(#"\#(Self.maelle),\#(Self.chat),"text":"Ma théière est fêlée""#))
        let message = try #require(event.message)
        #expect((message.id, message.conversation) == ("5500001112223:17", "5500001112223"))
        #expect((message.author?.name, event.author.handle, message.language) == ("Maëlle Ç", "mae", .french))
        #expect((message.visibility, message.sentAt, event.replyUntil) == (.private, Sample.now, nil))
    }

    @Test("samples without is_bot and without the type of the chat are read")
    func sparse() throws {
        let message = try #require(try event(update(#""from":{"id":55},"chat":{"id":55},"text":"a""#)).message)
        #expect((message.visibility, message.author?.name) == (.private, nil))
    }

    @Test("a group is public, and a thread in it its own conversation")
    func groups() throws {
        let inner =
            #"\#(Self.maelle),"chat":{"id":-1001234567890123,"type":"supergroup"},"message_thread_id":7,"is_topic_message":true,"text":"a""#
        let message = try #require(try event(update(inner)).message)
        #expect((message.visibility, message.conversation) == (.public, "-1001234567890123/thread:7"))
    }

    @Test("a caption is a text; what came along is named")
    func captions() throws {
        let photo = #"\#(Self.maelle),\#(Self.chat),"photo":[{"file_id":"A"}]"#
        #expect(try event(update(photo + #","caption":"la voilà""#)).message?.text == "la voilà\n\n📷")
        #expect(try event(update(photo)).message?.text == "[image]")
        #expect(try event(update(#"\#(Self.maelle),\#(Self.chat),"sticker":{"file_id":"A"}"#)).message?.text == "")
    }

    @Test(
        "robots, channels, anonymous administrators and the house itself are no customers",
        arguments: [
            (#""from":{"id":9,"is_bot":true,"first_name":"B"},"chat":{"id":55,"type":"private"}"#, "message", InboundEvent.Role.bot),
            (#""sender_chat":{"id":-100,"type":"channel"},"chat":{"id":-100,"type":"channel"}"#, "channel_post", .agent),
            (
                #""from":{"id":1087968824,"is_bot":true},"sender_chat":{"id":-100},"chat":{"id":-100,"type":"supergroup"}"#, "message",
                .agent
            ),
            (#""business_connection_id":"bc1","from":{"id":4},"chat":{"id":55,"type":"private"}"#, "business_message", .agent),
            (#""business_connection_id":"bc1","sender_business_bot":{"id":9},"from":{"id":4},"chat":{"id":55}"#, "business_message", .own),
        ])
    func ownMessages(_ inner: String, _ name: String, _ role: InboundEvent.Role) throws {
        let event = try event(update(inner + #","text":"Bonjour""#, name: name))
        #expect(event.author.role == role)
        #expect(event.message == nil)
    }

    @Test("a customer of a business is answered by its connection")
    func business() throws {
        let inner = #""business_connection_id":"bc_1","from":{"id":55},"chat":{"id":55,"type":"private"},"text":"a""#
        let message = try #require(try event(update(inner, name: "business_message")).message)
        #expect(message.conversation == "55/business:bc_1")
        let reply = Sample.reply("b", channel: "telegram", account: "bot", conversation: "55/business:bc_1", inReplyTo: "55:17")
        let form = FormFields(try adapter.plan(reply, now: Sample.now).body)
        #expect((form?["business_connection_id"], form?["chat_id"]) == ("bc_1", "55"))
    }

    @Test("edits are versions, and other updates are kept")
    func others() throws {
        let edit = try event(update(#"\#(Self.maelle),\#(Self.chat),"edit_date":1772437600,"text":"b""#, name: "edited_message"))
        #expect((edit.kind, edit.version, edit.regarding) == (.edit, "1772437600", "5500001112223:17"))
        #expect(try event(#"{"update_id":1,"callback_query":{"id":"4"}}"#).kind == .unsupported)
        #expect(try event(#"{"update_id":1,"my_chat_member":{}}"#).kind == .system)
        #expect(try event(#"{"update_id":1,"poll_of_tomorrow":{}}"#).type == "poll_of_tomorrow")
        #expect(try event(#"{"update_id":1}"#).kind == .unsupported)
        #expect(try event(update(#"\#(Self.maelle),\#(Self.chat),"text":"/start ad""#)).kind == .system)
    }

    @Test("the secret is compared; without it nothing is believed")
    func verification() throws {
        func verify(_ value: String?) throws -> Acceptance {
            try adapter.verify(
                Sample.request("{}", headers: value.map { [("X-Telegram-Bot-Api-Secret-Token", $0)] } ?? []), now: Sample.now)
        }
        #expect(try verify("mot_secret-17").secret == 0)
        #expect(throws: SignatureRejection.mismatch) { try verify("mot_secret-1") }
        #expect(throws: SignatureRejection.missing) { try verify(nil) }
    }

    @Test("a reply is what the client of record sends, with values of ours, and leaves though the customer deleted what they wrote")
    func golden() throws {
        let reply = Sample.reply(channel: "telegram", account: "bot", conversation: "5500001112223", inReplyTo: "5500001112223:17")
        let request = try adapter.plan(reply, now: Sample.now)
        #expect((request.method, request.path) == ("POST", "/bot77:JETON/sendMessage"))
        #expect(request.header("content-type") == "application/x-www-form-urlencoded")
        let form = try #require(FormFields(request.body)).fields
        #expect(form.map(\.name) == ["chat_id", "text", "reply_parameters"])
        #expect(form.map(\.value) == ["5500001112223", reply.text, #"{"message_id": 17, "allow_sending_without_reply": true}"#])
        #expect(String(decoding: request.body, as: UTF8.self).hasPrefix("chat_id=5500001112223&text=Bonjour+Ma%C3%ABlle%2C+une+th"))
    }

    @Test(
        "conversations that no update named are refused",
        arguments: ["", "a", "1/x:2", "1/thread:a", "1/thread:", "1 ", "1/thread:7/thread:8", "+1"])
    func places(_ conversation: String) {
        let reply = Sample.reply("b", channel: "telegram", account: "bot", conversation: conversation, inReplyTo: "1:2")
        #expect(throws: ReplyRefusal.notAddressable) { try adapter.plan(reply, now: Sample.now) }
    }

    @Test("4,096 characters at most, counted as Telegram does")
    func length() {
        let reply = Sample.reply(
            String(repeating: "🙂", count: 2049), channel: "telegram", account: "bot", conversation: "1", inReplyTo: "1:2")
        #expect(throws: ReplyRefusal.tooLong(length: 4098, most: 4096, unit: .utf16)) { try adapter.plan(reply, now: Sample.now) }
    }

    @Test(
        "answers of the platform",
        arguments: [
            (200, #"{"ok":true,"result":{"message_id":18,"chat":{"id":55}}}"#, DeliveryOutcome.sent(externalIds: ["55:18"])),
            (200, "nonsense", .unknown(cause: "HTTP 200 without a readable answer")),
            (
                403, #"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#,
                .refused(code: "403", words: "Forbidden: bot was blocked by the user")
            ),
            (401, #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#, .paused(cause: "the token is not accepted (401)")),
            (429, #"{"ok":false,"error_code":429,"parameters":{"retry_after":14}}"#, .retry(after: 14, cause: "too many requests (429)")),
            (
                400, #"{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}"#,
                .refused(code: "400", words: "Bad Request: chat not found")
            ),
            (
                429, #"{"ok":false,"parameters":{"retry_after":9223372036854775807}}"#,
                .retry(after: 86_400, cause: "too many requests (429)")
            ),
            (500, #"{"ok":false,"error_code":500,"description":"Internal Server Error"}"#, .unknown(cause: "HTTP 500")),
            (503, #"{"ok":false,"error_code":503}"#, .retry(after: nil, cause: "not available (503)")),
            (502, "<html>", .unknown(cause: "HTTP 502")),
        ])
    func classify(_ status: Int, _ body: String, _ outcome: DeliveryOutcome) {
        #expect(adapter.classify(OutgoingAnswer(status: status, body: Array(body.utf8))) == outcome)
    }
}
