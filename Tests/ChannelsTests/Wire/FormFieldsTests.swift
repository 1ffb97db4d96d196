import Testing

@testable import Channels

@Suite("Forms")
struct FormFieldsTests {
    @Test("what is encoded comes back")
    func roundTrip() throws {
        let fields = [("texte", "Où est ma commande ? é+& 😕 100 %\r\n"), ("h:In-Reply-To", "<a@b>"), ("", "vide"), ("a", "")]
        let read = try #require(FormFields(FormFields.encoded(fields))).fields
        #expect(read.map(\.name) == fields.map(\.0))
        #expect(read.map(\.value) == fields.map(\.1))
    }

    @Test(
        "odd forms are read as browsers read them",
        arguments: [
            ("a=1&b", ["a": "1", "b": ""]), ("a=%zz%4", ["a": "%zz%4"]), ("a=%+1", ["a": "% 1"]), ("&&a=1&", ["a": "1"]),
            ("a=b=c", ["a": "b=c"]),
            ("a+b=c%20d", ["a b": "c d"]), ("", [:]),
        ])
    func odd(_ text: String, _ expected: [String: String]) throws {
        let read = try #require(FormFields(text.utf8)).fields
        #expect(Dictionary(read.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }) == expected)
    }

    @Test("what is not UTF-8, and more fields than anybody sends, is refused")
    func refused() {
        #expect(FormFields("a=%FF".utf8) == nil)
        #expect(FormFields(String(repeating: "a&", count: 2001).utf8) == nil)
    }

    @Test(
        "what is no multipart form is refused",
        arguments: [
            ("", "multipart/form-data; boundary=x"), ("--x\r\nno end", "multipart/form-data; boundary=x"), ("--x--", "multipart/form-data"),
            ("--x\r\n\r\n", "multipart/form-data; boundary=x"), ("--x--", "text/plain; boundary=x"),
            ("--x", "multipart/form-data; boundary=x"),
        ])
    func multipart(_ body: String, _ type: String) { #expect(MultipartForm(Array(body.utf8), contentType: type) == nil) }

    @Test("an empty multipart form has no fields")
    func emptyMultipart() throws {
        let form = try #require(MultipartForm(Array("--x--\r\n".utf8), contentType: "multipart/form-data; boundary=x"))
        #expect(form.fields.isEmpty && form.files.isEmpty)
    }
}
