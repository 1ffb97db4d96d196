import Testing

@testable import courtois

@Suite("Keys")
struct KeyReaderTests {
    @Test(
        "bytes make keys, also when they come one by one",
        arguments: [
            ("jk", [.character("j"), .character("k")]), ("\r", [.enter]), ("\t\u{1B}[Z", [.tab, .backTab]),
            ("\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[D", [.up, .down, .right, .left]),
            ("\u{1B}[5~\u{1B}[6~\u{1B}[3~", [.pageUp, .pageDown, .delete]),
            ("\u{1B}[H\u{1B}[4~", [.home, .end]), ("\u{7F}\u{8}", [.backspace, .backspace]),
            ("\u{3}\u{C}", [.control("c"), .control("l")]),
            ("é€📦", [.character("é"), .character("€"), .character("📦")]),
            ("\u{1B}[200~a\nq\u{1B}[201~j", [.paste("a\nq"), .character("j")]),
            ("\u{1B}[99;5u\u{1B}[?6cj", [.character("j")]), ("\u{1B}xj", [.character("j")]), ("\u{1B}\u{1B}[A", [.escape, .up]),
            ("\0j", [.character("j")]),
        ] as [(String, [Key])])
    func reads(_ text: String, _ expected: [Key]) {
        var whole = KeyReader()
        #expect(whole.read(text.utf8) == expected)
        var slow = KeyReader()
        #expect(text.utf8.flatMap { slow.read([$0]) } == expected)
    }

    @Test("an escape by itself is a key once nothing follows; half a sequence is none")
    func escape() {
        var reader = KeyReader()
        #expect(reader.read([0x1B]).isEmpty && reader.isWaiting)
        #expect(reader.giveUp() == [.escape] && !reader.isWaiting)
        #expect(reader.read([0x1B, 0x5B]).isEmpty)
        #expect(reader.giveUp().isEmpty && reader.read([0x6A]) == [.character("j")])
    }

    @Test("bytes that are no UTF-8 are left out, and a paste without end takes no more than its bound")
    func bounded() {
        var reader = KeyReader()
        #expect(reader.read([0xFF, 0xC3, 0x6A, 0xE2, 0x82, 0x6A]) == [.character("j"), .character("j")])
        _ = reader.read("\u{1B}[200~".utf8)
        for _ in 0..<100 { #expect(reader.read(Array(repeating: 0x61, count: 10_000)).isEmpty) }
        guard case .paste(let text)? = reader.read("\u{1B}[201~".utf8).first else {
            Issue.record("no paste")
            return
        }
        #expect(text.utf8.count <= 64 * 1024)
    }

    @Test(
        "a line is typed and mended",
        arguments: [
            ("abc", [.left, .backspace], "ac"), ("abc", [.home, .delete], "bc"), ("un deux", [.control("w")], "un "),
            ("abc", [.control("u")], ""),
            ("e", [.character("\u{301}"), .backspace], ""), ("a", [.paste("b\nc\u{1B}[m")], "ab c[m"),
            ("", [.backspace, .left, .delete, .character("é")], "é"),
        ] as [(String, [Key], String)])
    func types(_ text: String, _ keys: [Key], _ expected: String) {
        var line = LineEditor(text)
        for key in keys {
            let isTaken = line.take(key)
            #expect(isTaken)
        }
        #expect(line.string == expected)
        let isTaken = line.take(.up)
        #expect(!isTaken)
    }
}
