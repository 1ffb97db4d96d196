import IntentEngine
import Testing

@testable import Desk

@Suite("Reading messages")
struct MessageReaderTests {
    private func read(_ line: String, _ reader: MessageReader = MessageReader(), number: Int = 7) throws -> MessageReader.Reading? {
        try Array(line.utf8).withUnsafeBufferPointer { try reader.read($0, number: number) }
    }

    private func cause(_ line: String) -> String? {
        do {
            _ = try read(line)
            return nil
        } catch {
            return (error as? MessageReader.Refusal)?.cause
        }
    }

    @Test("every field is read, unknown ones are passed over")
    func fields() throws {
        let line = #"""
            {"id":"a-1","text":"caf\u00e9 \ud83d\ude00\n\"q\" \\","channel":"x","conversation":"c","author":{"id":"u","name":"Zoé","extra":[1,{"a":null}]},"visibility":"public","kind":"review","rating":2,"sent_at":"2026-03-01T09:30:00Z","language":"fr-FR","new":{"deep":[true,false,-1.5e3]}}
            """#
        let message = try #require(try read(line)).message
        #expect(message.text == "café 😀\n\"q\" \\")
        #expect(message.author == Message.Author(id: "u", name: "Zoé"))
        #expect((message.id, message.channel, message.conversation) == ("a-1", "x", "c"))
        #expect((message.visibility, message.kind, message.rating, message.language) == (.public, .review, 2, .french))
        #expect(message.sentAt == Instant(rfc3339: "2026-03-01T09:30:00Z"))
    }

    @Test("an id comes back as it was given; without one it is the number of the line")
    func ids() throws {
        #expect(try #require(try read(#"{"id":"é\n","text":""}"#)).idJSON == #""é\n""#)
        #expect(try #require(try read(#"{"id":42,"text":""}"#)).idJSON == "42")
        #expect(try #require(try read(#"{"text":"","id":null}"#)).idJSON == "7")
        #expect(try #require(try read("bonjour")).idJSON == "7")
    }

    @Test("lines are JSON when they start with a brace, unless the format says otherwise")
    func formats() throws {
        #expect(try #require(try read("  {\"text\":\"a\"} ")).message.text == "a")
        #expect(try #require(try read("{a}", MessageReader(format: .text))).message.text == "{a}")
        #expect(throws: MessageReader.Refusal.self) { try read("bonjour", MessageReader(format: .jsonl)) }
        #expect(try read("   ") == nil)
    }

    @Test("what a message does not say comes from the reader")
    func defaults() throws {
        let reader = MessageReader(visibility: .public, channel: "x")
        #expect(try #require(try read("a", reader)).message.visibility == .public)
        #expect(try #require(try read(#"{"text":"a","channel":"y"}"#, reader)).message.channel == "y")
        #expect(try #require(try read(#"{"text":"a"}"#, reader)).message.channel == "x")
    }

    @Test(
        "who can read a message that does not say follows from its kind, unless the reader says it",
        arguments: [
            (#"{"text":"a"}"#, Message.Visibility.private), (#"{"text":"a","kind":"message"}"#, .private),
            (#"{"text":"a","kind":"email"}"#, .private), (#"{"text":"a","kind":"comment"}"#, .public),
            (#"{"text":"a","kind":"review","rating":1}"#, .public), (#"{"text":"a","kind":"mention"}"#, .public),
            (#"{"text":"a","kind":"comment","visibility":null}"#, .public),
            (#"{"text":"a","kind":"comment","visibility":"private"}"#, .private), ("a", .private),
        ])
    func visibilityByKind(_ line: String, _ visibility: Message.Visibility) throws {
        #expect(try #require(try read(line)).message.visibility == visibility)
        let written = #"{"text":"a","kind":"comment"}"#
        #expect(try #require(try read(written, MessageReader(visibility: .private))).message.visibility == .private)
    }

    @Test(
        "a line that is not usable says why",
        arguments: [
            (#"{"id":1}"#, "“text” is missing"), (#"{"text":null}"#, "“text” is missing"),
            (#"{"text":5}"#, "“text” must be a string at byte 9"),
            (#"{"text":"a""#, "expected a comma or the end of the object at byte 12"),
            (#"{"text":"a"} x"#, "text behind the object at byte 14"), (#"{"text":"a}"#, "a string is never closed at byte 9"),
            (#"{"text":"\x"}"#, "an unknown escape at byte 11"), (#"{"text":"\u12"}"#, "a broken \\u escape at byte 12"),
            (#"{text:"a"}"#, "expected a name in quotes at byte 2"),
            (#"{"text":"a","rating":9}"#, "“rating” must be from 1 to 5"),
            (#"{"text":"a","rating":"x"}"#, "“rating” must be a whole number at byte 25"),
            (#"{"text":"a","kind":"tweet"}"#, "“kind” must be message, comment, review, mention, email at byte 27"),
            (#"{"text":"a","sent_at":"hier"}"#, "“sent_at” must be an RFC 3339 time such as 2026-03-01T09:30:00Z at byte 29"),
            (#"{"text":"a","id":[]}"#, "“id” must be a string or a number at byte 20"),
            (#"{"text":"a","author":"x"}"#, "“author” must be an object at byte 22"),
            (#"{"text":"a","n":01}"#, "expected a value at byte 19"),
            ("{\"text\":\"a\u{1}\"}", "a control character in a string at byte 11"),
        ])
    func refusals(_ line: String, _ expected: String) { #expect(cause(line) == expected) }

    @Test("nesting is bounded")
    func depth() {
        let deep = #"{"text":"a","x":"# + String(repeating: "[", count: 100_000)
        #expect(cause(deep)?.hasPrefix("nested more than 64 deep") == true)
    }

    @Test("bytes that are not UTF-8 are replaced, and said so; lone surrogates too")
    func repairs() throws {
        let bytes: [UInt8] = Array(#"{"text":"a"#.utf8) + [0xFF, 0xE9] + Array(#"b"}"#.utf8)
        let reading = try #require(try bytes.withUnsafeBufferPointer { try MessageReader().read($0, number: 1) })
        #expect(reading.message.text == "a\u{FFFD}\u{FFFD}b")
        #expect(reading.wasRepaired)
        #expect(try #require(try read(#"{"text":"\ud83d x"}"#)).message.text == "\u{FFFD} x")
        #expect(try #require(try read(#"{"text":"é"}"#)).wasRepaired == false)
        let plain = try #require(try [0x61, 0xFF].withUnsafeBufferPointer { try MessageReader().read($0, number: 1) })
        #expect(plain.wasRepaired)
    }
}
