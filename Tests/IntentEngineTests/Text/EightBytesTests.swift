import Testing

@testable import IntentEngine

@Suite("Eight bytes at once")
struct EightBytesTests {
    /// Every byte at every place among letters, and behind a word.
    private static let texts: [[UInt8]] = (0...255).flatMap { byte in
        (0..<10).map { place in
            var text = Array("Abcdefghij".utf8)
            text[place] = UInt8(byte)
            return text
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }

    @Test("they say of letters and capitals what each byte says")
    func letters() {
        for text in Self.texts {
            for start in 0...text.count {
                let bytes = Array(text[start...].prefix(8))
                let word = text.withUnsafeBufferPointer { EightBytes($0, at: start) }
                let leading = bytes.prefix { Self.isLetter($0) }
                #expect(word.leadingLetters == leading.count, "\(text), \(start)")
                #expect(word.leadingCapitals == leading.count { $0 < 97 }, "\(text), \(start)")
                let padded = bytes + [UInt8](repeating: 0, count: 8 - bytes.count)
                let lower = padded.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
                #expect(withUnsafeBytes(of: word.lowercased.bytes.littleEndian, Array.init) == lower, "\(text), \(start)")
            }
        }
    }

    @Test("they see a letter that stands three times in a row, over their edge as well")
    func repeats() {
        for start in 0..<14 {
            for length in 1...4 {
                var text = Array("abcdefghabcdefgh".utf8)
                for at in start..<min(start + length, text.count) { text[at] = UInt8(ascii: "z") }
                let seen = text.withUnsafeBufferPointer { text in
                    let first = EightBytes(text, at: 0)
                    return first.repeatsLetter(after: EightBytes(0)) || EightBytes(text, at: 8).repeatsLetter(after: first)
                }
                #expect(seen == (min(start + length, text.count) - start >= 3), "\(start), \(length)")
            }
        }
        let signs = Array("ab...cd!".utf8)
        #expect(!signs.withUnsafeBufferPointer { EightBytes($0, at: 0).repeatsLetter(after: EightBytes(0)) })
    }

    @Test("the bytes before a place end with the last of them")
    func before() {
        let text = Array("0123456789".utf8)
        for end in 0...text.count {
            let word = text.withUnsafeBufferPointer { EightBytes(UnsafeBufferPointer(rebasing: $0[..<end]), before: end) }
            let expected = text[..<end].suffix(8)
            let padded = [UInt8](repeating: 0, count: 8 - expected.count) + expected
            #expect(withUnsafeBytes(of: word.bytes.littleEndian, Array.init) == padded)
        }
    }
}
