/// Reads keys from the bytes a terminal sends (ECMA-48 and xterm's additions), however they are cut up.
struct KeyReader {
    /// Bytes that do not make a key yet.
    private var pending: [UInt8] = []
    private var pasted: [UInt8]?

    private static let mostPasted = 64 * 1024
    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    /// Whether something waits that may be a key by itself: an escape.
    var isWaiting: Bool { pasted == nil && !pending.isEmpty }

    /// Keys that `bytes` complete.
    mutating func read(_ bytes: some Sequence<UInt8>) -> [Key] {
        pending += bytes
        var keys: [Key] = []
        while let key = next() { keys += key }
        return keys
    }

    /// What waited and was not completed in time is taken as it is.
    mutating func giveUp() -> [Key] {
        guard isWaiting else { return [] }
        let isEscape = pending == [0x1B]
        pending.removeAll()
        return isEscape ? [.escape] : []
    }

    /// The next key, none for what means nothing here; nil where more bytes are needed.
    private mutating func next() -> [Key]? {
        if pasted != nil { return nextOfPaste() }
        guard let first = pending.first else { return nil }
        switch first {
        case 0x1B: return sequence()
        case 0x0D, 0x0A: return take(1, [.enter])
        case 0x09: return take(1, [.tab])
        case 0x08, 0x7F: return take(1, [.backspace])
        case 0: return take(1, [])
        case 0..<0x1B: return take(1, [.control(Character(Unicode.Scalar(first + 0x60)))])
        case 0x1B..<0x20: return take(1, [])
        case 0x20..<0x7F: return take(1, [.character(Character(Unicode.Scalar(first)))])
        default: return character(first)
        }
    }

    private mutating func take(_ count: Int, _ keys: [Key]) -> [Key] {
        pending.removeFirst(count)
        return keys
    }

    /// A character of several bytes; what is no UTF-8 is left out.
    private mutating func character(_ first: UInt8) -> [Key]? {
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        if first < 0xC2 || first > 0xF4 { return take(1, []) }
        guard pending.count >= count else {
            return pending.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 } ? nil : take(1, [])
        }
        guard let text = String(validating: pending.prefix(count), as: UTF8.self), let scalar = text.unicodeScalars.first else {
            return take(1, [])
        }
        return take(count, (0x80..<0xA0).contains(scalar.value) ? [] : [.character(Character(scalar))])
    }

    // MARK: Sequences

    private mutating func sequence() -> [Key]? {
        guard pending.count > 1 else { return nil }
        switch pending[1] {
        case UInt8(ascii: "["): return controlSequence()
        case UInt8(ascii: "O"):
            guard pending.count > 2 else { return nil }
            return take(3, Self.named(pending[2], parameter: 0))
        case 0x1B: return take(1, [.escape])
        // Alt with a key: means nothing here.
        default: return take(2, [])
        }
    }

    /// `ESC [` parameters, intermediates and a final byte.
    private mutating func controlSequence() -> [Key]? {
        guard let end = pending.dropFirst(2).firstIndex(where: { !(0x20..<0x40).contains($0) }) else {
            // No sequence of a keyboard is longer.
            return pending.count > 32 ? take(pending.count, []) : nil
        }
        let final = pending[end]
        guard (0x40..<0x7F).contains(final) else { return take(end, []) }
        let digits = pending[2..<end].prefix { (0x30..<0x3A).contains($0) }.prefix(4)
        let parameter = Int(String(decoding: digits, as: UTF8.self)) ?? 0
        _ = take(end + 1, [])
        if final == UInt8(ascii: "~"), parameter == 200 {
            pasted = []
            return []
        }
        return Self.named(final, parameter: parameter)
    }

    private static func named(_ final: UInt8, parameter: Int) -> [Key] {
        switch (final, parameter) {
        case (UInt8(ascii: "A"), _): [.up]
        case (UInt8(ascii: "B"), _): [.down]
        case (UInt8(ascii: "C"), _): [.right]
        case (UInt8(ascii: "D"), _): [.left]
        case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), 1), (UInt8(ascii: "~"), 7): [.home]
        case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), 4), (UInt8(ascii: "~"), 8): [.end]
        case (UInt8(ascii: "~"), 3): [.delete]
        case (UInt8(ascii: "~"), 5): [.pageUp]
        case (UInt8(ascii: "~"), 6): [.pageDown]
        case (UInt8(ascii: "Z"), _): [.backTab]
        case (UInt8(ascii: "M"), _): [.enter]
        default: []
        }
    }

    // MARK: Pasting

    private mutating func nextOfPaste() -> [Key]? {
        guard var text = pasted else { return nil }
        if let end = pending.firstRange(of: Self.pasteEnd) {
            text += pending[..<end.lowerBound]
            pending.removeSubrange(..<end.upperBound)
            pasted = nil
            return [.paste(String(decoding: text.prefix(Self.mostPasted), as: UTF8.self))]
        }
        // The end may have been cut in two: its first bytes wait.
        let sure = max(0, pending.count - Self.pasteEnd.count + 1)
        if text.count < Self.mostPasted { text += pending.prefix(sure) }
        pending.removeFirst(sure)
        pasted = text
        return nil
    }
}
