import IntentEngine
import Testing

@testable import Desk

/// What is told of a scalar at once must be what the tables of Unicode say.
@Suite("What scalars are to the proofreader")
struct ScalarTests {
    private static let all = (UInt32(0)...0x10FFFF).compactMap { Unicode.Scalar($0) }

    @Test("a letter, a mark or anything else is what its category says, the signs people type aside")
    func kinds() {
        let wrong = Self.all.filter { scalar in
            let kind = ScalarKind(scalar)
            if [.space, .lineBreak, .apostrophe].contains(kind) || scalar.isASCII { return false }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return kind != .letter
            case .nonspacingMark, .spacingMark, .enclosingMark: return kind != .mark
            default: return kind != .other
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("case is what its properties say")
    func cases() {
        #expect(Self.all.allSatisfy { $0.isCapital == $0.properties.isUppercase })
        #expect(Self.all.allSatisfy { $0.isSmall == $0.properties.isLowercase })
        #expect(
            Self.all.allSatisfy {
                $0.simpleLowercase.map { String($0) } ?? $0.properties.lowercaseMapping == $0.properties.lowercaseMapping
            })
    }

    @Test("an emoji is what its properties say, by itself and with a variation selector")
    func emoji() {
        let wrong = Self.all.filter { scalar in
            let properties = scalar.properties
            let selected = String(String.UnicodeScalarView([scalar, "\u{FE0F}"]))
            let isEmojiSelected = properties.isEmojiPresentation || properties.isEmoji
            return EmojiScanner.isEmoji(Character(scalar)) != properties.isEmojiPresentation
                || selected.count == 1 && EmojiScanner.isEmoji(Character(selected)) != isEmojiSelected
        }
        #expect(wrong.isEmpty)
    }

    @Test("a text is cut out as it stands", arguments: ["", "l’été", "a\u{301}\u{202F}€", "👨‍👩‍👧 漢", "Ça œuvre\u{0}"])
    func strings(_ text: String) {
        let row = ScalarRow(text)
        for start in 0...row.scalars.count {
            for end in start...row.scalars.count {
                let expected = String(String.UnicodeScalarView(row.scalars[start..<end]))
                #expect(Array(row.string(start..<end).utf8) == Array(expected.utf8))
            }
        }
    }

    @Test(
        "words are folded and put in lower case whatever they are made of",
        arguments: [
            ("Été", "été", "ete"), ("L’ŒUVRE", "l'œuvre", "l'oeuvre"), ("ÇA", "ça", "ca"), ("e\u{301}TÉ", "e\u{301}té", "ete"),
            ("Straße", "straße", "strasse"), ("Nº", "nº", "n°"), ("İ", "i\u{307}", "i"), ("Жук", "жук", "жук"), ("ŸŠ", "ÿš", "ys"),
            ("QU'IL", "qu'il", "qu'il"), ("A4", "a4", "a4"), ("", "", ""),
        ])
    func folds(_ word: String, _ lower: String, _ folded: String) {
        let row = ScalarRow(word)
        #expect(Array(LetterFold.lowercased(row, 0..<row.scalars.count).utf8) == Array(lower.utf8))
        #expect(Array(LetterFold.fold(word).utf8) == Array(folded.utf8))
    }
}
