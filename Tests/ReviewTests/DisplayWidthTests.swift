import Testing

@testable import courtois

@Suite("Widths on the screen")
struct DisplayWidthTests {
    @Test(
        "a character takes the columns a terminal gives it",
        arguments: [
            ("a", 1), ("é", 1), ("e\u{301}", 1), ("œ", 1), ("’", 1), ("\u{A0}", 1), ("\u{202F}", 1), ("€", 1), ("─", 1), ("日", 2),
            ("ｱ", 1), ("Ａ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("あ", 2), ("📦", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇫🇷", 2), ("❤", 1),
            ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("✅", 2), ("⚑", 1), ("א", 1), ("ع", 1), ("ก็", 1), ("\u{20000}", 2), ("।", 1),
        ] as [(Character, Int)])
    func columns(_ character: Character, _ expected: Int) { #expect(DisplayWidth.columns(of: character) == expected) }
}
