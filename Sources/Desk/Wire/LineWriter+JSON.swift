extension LineWriter {
    /// A string in quotes, or `null`.
    mutating func string(_ text: String?) {
        guard let text else { return literal("null") }
        text.withBytes { string($0) }
    }

    /// A string of UTF-8 bytes in quotes, with control characters, quotes and backslashes escaped.
    mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        escaped(bytes)
        append(UInt8(ascii: "\""))
    }

    /// The inside of a string.
    mutating func escaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var from = 0
        while true {
            let at = bytes.firstToEscape(from: from)
            append(UnsafeBufferPointer(rebasing: bytes[from..<at]))
            if at == bytes.count { return }
            escape(bytes[at])
            from = at + 1
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): literal("\\\"")
        case UInt8(ascii: "\\"): literal("\\\\")
        case 0x0A: literal("\\n")
        case 0x0D: literal("\\r")
        case 0x09: literal("\\t")
        default:
            literal(byte < 0x10 ? "\\u000" : "\\u001")
            let digit = byte & 15
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The place of the next byte that a JSON string does not take as it is, or the end: a control character, a quote or
    /// a backslash. Looks at sixteen bytes at once (Mycroft's test for a small byte in a word).
    func firstToEscape(from start: Int) -> Int {
        let words = UnsafeRawBufferPointer(self)
        var at = start
        if count &- start < 16 {
            if count &- start >= 8, Self.toEscape(SIMD2(words.word(at: start), words.word(at: count &- 8))) == .zero { return count }
            while at < count, self[at] >= 0x20, self[at] != UInt8(ascii: "\""), self[at] != UInt8(ascii: "\\") { at += 1 }
            return at
        }
        while true {
            let found = Self.toEscape(SIMD2(words.word(at: at), words.word(at: at &+ 8)))
            if found[0] != 0 { return at &+ found[0].trailingZeroBitCount / 8 }
            if found[1] != 0 { return at &+ 8 &+ found[1].trailingZeroBitCount / 8 }
            if at &+ 16 >= count { return count }
            // The last sixteen bytes may have been looked at in part.
            at = Swift.min(at &+ 16, count &- 16)
        }
    }

    /// Marks the first such byte of either word in its highest bit; what is marked behind it may be none.
    @inline(__always)
    private static func toEscape(_ words: SIMD2<UInt64>) -> SIMD2<UInt64> {
        let ones = SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101)
        let controls = words &- (0x20 &* ones)
        let quotes = (words ^ (0x22 &* ones)) &- ones
        let backslashes = (words ^ (0x5C &* ones)) &- ones
        return (controls | quotes | backslashes) & ~words & (0x80 &* ones)
    }
}

extension UnsafeRawBufferPointer {
    @inline(__always)
    fileprivate func word(at place: Int) -> UInt64 { UInt64(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
}
