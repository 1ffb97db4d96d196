import Desk
import Testing

@testable import courtois

@Suite("Lines and what is sent of them")
struct DrawingTests {
    private func lines(_ text: String, _ columns: Int) -> [String] {
        Wrapping().lines(of: text, columns: columns).map { String($0.strip.cells.compactMap(\.glyph)) }
    }

    @Test(
        "a text is broken at its spaces, at no-break spaces never, and inside a word only where it must be",
        arguments: [
            ("un deux trois", 8, ["un deux", "trois"]), ("un deux", 7, ["un deux"]),
            ("anticonstitutionnel", 8, ["anticons", "titution", "nel"]),
            ("prix\u{A0}: 5\u{A0}€", 8, ["prix\u{A0}:", "5\u{A0}€"]), ("a\n\nb", 8, ["a", "", "b"]), ("日本語", 4, ["日本", "語"]), ("", 8, [""]),
            ("a  b", 2, ["a ", "b"]), ("a\n", 8, ["a", ""]),
        ] as [(String, Int, [String])])
    func wraps(_ text: String, _ columns: Int, _ expected: [String]) { #expect(lines(text, columns) == expected) }

    @Test("marks stand under the scalars they name, also behind characters of several scalars")
    func marks() {
        let wrapping = Wrapping(marks: [(4..<7, .focus)])
        // e and its accent are two scalars.
        let cells = wrapping.lines(of: "e\u{301}t e\u{301}t fin", columns: 20)[0].strip.cells
        #expect(cells.filter { $0.ink == .focus }.compactMap(\.glyph) == ["e\u{301}", "t"])
    }

    @Test("a strip is cut with an ellipsis, and never through a wide character")
    func fits() {
        func text(_ strip: Strip) -> String { String(strip.cells.compactMap(\.glyph)) }
        #expect(text(Strip("Service client").fitted(to: 8)) == "Service…")
        #expect(text(Strip("ab").fitted(to: 4)) == "ab  ")
        #expect(text(Strip("日本語").fitted(to: 4)) == "日… ")
        #expect((0...6).allSatisfy { Strip("日本語").fitted(to: $0).columns == $0 })
    }

    @Test("the terminal shows the canvas after every change, and nothing is sent where nothing changed")
    func paints() {
        var painter = Painter(colours: true)
        var terminal = EmulatedScreen(columns: 80, rows: 24)
        var screen = ReviewSample.screen()
        let keys: [Key] = [
            .down, .down, .character("/"), .character("l"), .enter, .escape, .character("?"), .escape, .character("s"), .down, .escape, .up,
        ]
        for key in keys {
            _ = screen.handle(key)
            terminal.take(painter.paint(screen.draw()))
            #expect(terminal.text == screen.draw().text)
            #expect(painter.paint(screen.draw()).isEmpty)
        }
        #expect(painter.paint(ReviewSample.screen(size: ScreenSize(columns: 90, rows: 24)).draw()).isEmpty == false)
    }

    @Test("one more second costs a few bytes, not a screen")
    func small() {
        var painter = Painter(colours: true)
        var screen = ReviewSample.screen()
        let whole = painter.paint(screen.draw()).count
        _ = screen.tick(ReviewSample.now + 1)
        let second = painter.paint(screen.draw()).count
        #expect(second > 0 && second < whole / 10, "\(second) of \(whole)")
    }

    @Test("emoji that a terminal draws wider than they are leave nothing wrong around them")
    func repairs() {
        var painter = Painter(colours: false)
        var terminal = EmulatedScreen(columns: 60, rows: 1)
        for text in ["👨‍👩‍👧 famille", "👨‍👩‍👧 Famille", "x famille"] {
            var canvas = Canvas(ScreenSize(columns: 60, rows: 1))
            canvas.put(Strip(text), row: 0)
            terminal.take(painter.paint(canvas))
            #expect(terminal.text.hasSuffix(text.drop { $0 != " " } + "\n"))
        }
    }

    @Test("without colours there is none, and evidence is still told from other words")
    func plain() {
        var terminal = EmulatedScreen(columns: 80, rows: 24)
        var painter = Painter(colours: false)
        terminal.take(painter.paint(ReviewSample.opened(ReviewSample.item(4)).draw()))
        let codes = terminal.inks.flatMap { $0.split(separator: ";") }.compactMap { Int($0) }
        #expect(codes.allSatisfy { $0 < 30 } && codes.contains(4) && codes.contains(7))
    }
}
