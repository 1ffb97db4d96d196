import Testing

@testable import Desk

@Suite("JSON from outside")
struct JSONDocumentTests {
    private func root(_ text: String, limits: JSONDocument.Limits = JSONDocument.Limits()) throws -> JSONNode {
        try JSONDocument(Array(text.utf8), limits: limits).root
    }

    private func refusal(_ bytes: [UInt8], _ limits: JSONDocument.Limits = JSONDocument.Limits()) -> JSONDocument.Refusal? {
        do throws(JSONDocument.Refusal) {
            _ = try JSONDocument(bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test("values are found by name and place, and read as what they are")
    func values() throws {
        let root = try root(#"{"a":{"b":[1,"zwei",true,null,{"c":"d\u00e9\n\ud83d\ude15"}]},"n":null,"":-1.5e3}"#)
        let elements = try #require(root["a"]?["b"]?.elements)
        #expect(elements.count == 5)
        #expect((elements[0].integer, elements[1].string, elements[2].bool) == (1, "zwei", true))
        #expect(elements[4]["c"]?.string == "dé\n😕")
        #expect(root["n"] == nil)
        #expect(root.members.map(\.name) == ["a", "n", ""])
        #expect(String(decoding: elements[4].raw, as: UTF8.self) == #"{"c":"d\u00e9\n\ud83d\ude15"}"#)
    }

    @Test("what is asked of another kind of value is nil, and never a fault")
    func kinds() throws {
        for text in ["1", "\"a\"", "true", "null", "[]", "{}", "[1]", "{\"a\":1}"] {
            let root = try root(text)
            #expect(root["x"] == nil)
            #expect(root.isObject == text.hasPrefix("{"))
            #expect(root.isArray == text.hasPrefix("["))
            #expect(root.elements.count == (text == "[1]" ? 1 : 0))
            #expect((root.string != nil) == (text == "\"a\""))
            #expect((root.bool != nil) == (text == "true"))
        }
    }

    @Test("whole numbers are read also from strings; others are none")
    func integers() throws {
        #expect(try root("9223372036854775807").integer == .max)
        #expect(try root("\"-17\"").integer == -17)
        for text in ["9223372036854775808", "1.5", "1e3", "\"1 \"", "\"\"", "true"] { #expect(try root(text).integer == nil) }
    }

    @Test("of a name given twice the last counts, and escaped names are the same names")
    func names() throws {
        #expect(try root(#"{"a":1,"\u0061":2}"#)["a"]?.integer == 2)
        #expect(try root(#"{"a":1,"a":null}"#)["a"] == nil)
    }

    @Test("an escape that JSON does not know spoils its own string only")
    func escapes() throws {
        let root = try root(#"["\x","\u12","a","\ud83d","\ud83d\u0041"]"#)
        #expect(root.elements.map(\.string) == [nil, nil, "a", "\u{FFFD}", "\u{FFFD}A"])
    }

    @Test(
        "what is no JSON is refused, with the place",
        arguments: [
            ("", 1), ("{", 2), ("[1,]", 4), ("{\"a\"}", 5), ("{\"a\":}", 6), ("{1:2}", 2), ("tru", 1), ("01", 3), ("1 2", 3), ("\"a", 1),
            ("[\"\u{1}\"]", 3), ("nul", 1), ("-", 2), ("1.", 3), ("1e", 3), ("]", 1), ("{\"a\":1,}", 8), ("\"\\", 1),
        ])
    func malformed(_ text: String, _ place: Int) { #expect(refusal(Array(text.utf8)) == .malformed(at: place)) }

    @Test("depth, size, number of values and encoding are bounded")
    func bounds() {
        #expect(refusal(Array(String(repeating: "[", count: 64).utf8)) == .malformed(at: 65))
        #expect(refusal(Array(String(repeating: "[", count: 65).utf8)) == .tooDeep)
        #expect(refusal(Array(String(repeating: "{\"a\":", count: 1_000_000).utf8), JSONDocument.Limits(bytes: 8 << 20)) == .tooDeep)
        #expect(refusal(Array("[1,2,3]".utf8), JSONDocument.Limits(values: 3)) == .tooManyValues)
        #expect(refusal(Array("[1,2,3]".utf8), JSONDocument.Limits(values: 4)) == nil)
        #expect(refusal(Array("[1]".utf8), JSONDocument.Limits(bytes: 2)) == .tooLarge)
        #expect(refusal([0x22, 0xFF, 0x22]) == .notUTF8)
        #expect(refusal([0x22, 0xC3, 0x22]) == .notUTF8)
        #expect(refusal([0x22, 0xED, 0xA0, 0x80, 0x22]) == .notUTF8)
        #expect(refusal([0xEF, 0xBB, 0xBF, 0x31]) == .malformed(at: 1))
    }
}
