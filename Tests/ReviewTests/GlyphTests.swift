import Support
import Testing

@testable import courtois

@Suite("Text made harmless")
struct GlyphTests {
    private func shown(_ text: String) -> String { String(Glyphs.of(text).map { $0.character ?? "⏎" }) }

    @Test(
        "controls become pictures, what turns writing round becomes U+FFFD, what is invisible goes",
        arguments: [
            ("\u{1B}[31mrouge\u{1B}[0m", "␛[31mrouge␛[0m"), ("\u{1B}]0;titre\u{7}", "␛]0;titre␇"), ("\u{9B}2J", "\u{FFFD}2J"),
            ("a\u{8}\u{8}b\u{7F}", "a␈␈b␡"), ("\u{202E}gro.elpmaxe", "\u{FFFD}gro.elpmaxe"), ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
            ("a\u{200B}b\u{FEFF}c\u{AD}d", "abcd"), ("a\r\nb\nc\rd\u{2028}e", "a⏎b⏎c⏎d⏎e"), ("a\tb", "a  b"), ("\u{301}a", "◌\u{301}a"),
            ("e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "e\u{301}\u{301}\u{301}\u{301}"),
            ("\u{E000}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
            ("👨‍👩‍👧 🇫🇷 é", "👨‍👩‍👧 🇫🇷 é"), ("\u{E0041}x", "x"), ("\0", "␀"),
        ] as [(String, String)])
    func harmless(_ text: String, _ expected: String) { #expect(shown(text) == expected) }

    @Test("whatever is written, nothing but text and the screen's own sequences reaches the terminal")
    func hostile() {
        var random = SystemRandomNumberGenerator()
        let steering: [UInt32] =
            Array(0..<0x20) + Array(0x7F..<0xA0) + [0x200D, 0x202E, 0x2067, 0x301, 0x20E3, 0xFE0F, 0xE0061, 0x1F3F4, 0x5B, 0x6D]
        for _ in 0..<300 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...120, using: &random) {
                let value =
                    Bool.random(using: &random)
                    ? steering.randomElement(using: &random) ?? 0 : UInt32.random(in: 0...0x2FFFF, using: &random)
                if let scalar = Unicode.Scalar(value) { text.append(scalar) }
            }
            let item = ReviewSample.item(1, text: String(text), customer: String(text), draft: String(text))
            var screen = ReviewSample.opened(item)
            var terminal = EmulatedScreen(columns: 80, rows: 24)
            var painter = Painter(colours: true)
            terminal.take(painter.paint(screen.draw()))
            screen.press(.escape)
            terminal.take(painter.paint(screen.draw()))
            #expect(terminal.strange == [], "\(Array(text).map(\.value))")
            for glyph in Glyphs.of(String(text)) {
                for scalar in glyph.character?.unicodeScalars ?? "".unicodeScalars {
                    let value = scalar.value
                    let steers = value < 0x20 || (0x7F..<0xA0).contains(value) || (0x202A...0x202E).contains(value)
                    #expect(!steers && !(0x2066...0x2069).contains(value) && value != 0x200E && value != 0x200F && value != 0x61C)
                }
            }
        }
    }

    @Test("no row of a canvas is wider than the screen, whatever is in it")
    func widths() {
        let text = String(repeating: "日本👨‍👩‍👧é\u{301}🇫🇷 ", count: 50)
        for columns in 50...90 {
            let item = ReviewSample.item(1, text: text, customer: text, draft: text, findings: [ReviewSample.space])
            var screen = ReviewSample.opened(item, size: ScreenSize(columns: columns, rows: 15))
            screen.press(.character("a"))
            for canvas in [screen.draw(), ReviewSample.screen(items: [item], size: ScreenSize(columns: columns, rows: 15)).draw()] {
                #expect(canvas.rows.allSatisfy { $0.count == columns })
                for row in canvas.rows {
                    #expect(row.compactMap(\.glyph).reduce(0) { $0 + max(1, DisplayWidth.columns(of: $1)) } == columns)
                }
            }
        }
    }
}
