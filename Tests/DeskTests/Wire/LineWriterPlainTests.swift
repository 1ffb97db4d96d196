import Testing

@testable import Desk

@Suite("Plain letters for text messages")
struct LineWriterPlainTests {
    @Test("typographic characters become those every telephone has, from a place on; letters and signs stay")
    func plain() {
        var line = LineWriter(room: 8)
        line.append("l’an\u{A0}1 ")
        let start = line.count
        line.append("n°\u{A0}5\u{202F}: «\u{A0}Où êtes-vous\u{202F}?\u{A0}»… l’an – “x” €, œuf 😀")
        line.makePlain(from: start)
        #expect(String(decoding: line.written, as: UTF8.self) == "l’an\u{A0}1 n° 5 : \"Où êtes-vous ?\"... l'an - \"x\" €, œuf 😀")
    }
}
