import Desk
import Testing

@Suite("Comma-separated values")
struct CSVTextTests {
    @Test(
        "fields are quoted where RFC 4180 asks for it, and no spreadsheet takes one for a formula",
        arguments: [
            ("colis", "colis"), ("", ""), ("été, hiver", "\"été, hiver\""), ("dit \"oui\"", "\"dit \"\"oui\"\"\""),
            ("deux\nlignes", "\"deux\nlignes\""), ("=1+1", "\"'=1+1\""), ("+33 1", "\"'+33 1\""), ("-2", "\"'-2\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""), ("\t=1", "\"'\t=1\""), ("a=b", "a=b"), (" =1", "\" =1\""), ("a;b", "\"a;b\""),
        ])
    func fields(_ text: String, _ expected: String) {
        var csv = CSVText()
        csv.add([.text(text), .number(-3), .number(nil), .decimal(0.25)])
        #expect(String(decoding: csv.bytes, as: UTF8.self) == expected + ",-3,,0.25\r\n")
    }

    @Test("the byte order mark is there where it is asked for")
    func mark() {
        var csv = CSVText(hasMark: true)
        csv.add([.text("é")])
        #expect(csv.bytes == [0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 13, 10])
    }
}
