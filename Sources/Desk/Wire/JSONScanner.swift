/// Reads one JSON value from bytes, as far as messages need it.
///
/// Byte-level because a message is understood in a few microseconds and Foundation's decoder alone takes fifteen to
/// twenty for one (measured; see the README). Strict about structure, bounded in depth, never traps.
struct JSONScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var index = 0
    /// Whether a string held bytes that are not UTF-8; they were replaced by U+FFFD.
    private(set) var wasRepaired = false
    private let deepest = 64

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// What is wrong, and where.
    struct Mistake: Error {
        let cause: String
        let offset: Int
        /// The member whose value is wrong, where it is one.
        var field: String?
    }

    var isAtEnd: Bool { index >= bytes.count }

    mutating func skipSpaces() {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0A || bytes[index] == 0x0D {
            index += 1
        }
    }

    /// The next byte that is no space, not consumed; 0 at the end.
    mutating func peek() -> UInt8 {
        skipSpaces()
        return index < bytes.count ? bytes[index] : 0
    }

    /// Steps over the byte that `peek` saw.
    mutating func step() { index += 1 }

    mutating func expect(_ byte: UInt8, _ what: StaticString) throws(Mistake) {
        guard peek() == byte else { throw mistake("expected \(what)") }
        index += 1
    }

    func mistake(_ cause: String, in field: StaticString? = nil) -> Mistake {
        Mistake(cause: "\(cause) at byte \(index + 1)", offset: index, field: field.map { "\($0)" })
    }

    /// Calls `member` for each name of an object, which must consume the value.
    mutating func object(_ member: (inout JSONScanner, Range<Int>) throws(Mistake) -> Void) throws(Mistake) {
        try expect(UInt8(ascii: "{"), "an object")
        if peek() == UInt8(ascii: "}") {
            index += 1
            return
        }
        while true {
            guard peek() == UInt8(ascii: "\"") else { throw mistake("expected a name in quotes") }
            let name = try rawString().range
            try expect(UInt8(ascii: ":"), "a colon")
            skipSpaces()
            try member(&self, name)
            switch peek() {
            case UInt8(ascii: ","): index += 1
            case UInt8(ascii: "}"):
                index += 1
                return
            default: throw mistake("expected a comma or the end of the object")
            }
        }
    }

    /// Whether the bytes of `range` read `name`.
    func reads(_ name: StaticString, _ range: Range<Int>) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count where bytes[range.lowerBound + offset] != name.utf8Start[offset] { return false }
        return true
    }

    /// The bytes between the quotes of the string here, and whether they hold escapes.
    mutating func rawString() throws(Mistake) -> (range: Range<Int>, isEscaped: Bool) {
        let start = index + 1
        var at = start
        var isEscaped = false
        while true {
            at = bytes.firstToEscape(from: at)
            guard at < bytes.count else { throw mistake("a string is never closed") }
            switch bytes[at] {
            case UInt8(ascii: "\""):
                index = at + 1
                return (start..<at, isEscaped)
            case UInt8(ascii: "\\"):
                isEscaped = true
                at += 2
            default:
                index = at
                throw mistake("a control character in a string")
            }
        }
    }

    /// The string here, or nil for `null`.
    mutating func string(_ name: StaticString) throws(Mistake) -> String? {
        switch peek() {
        case UInt8(ascii: "\""):
            let (range, isEscaped) = try rawString()
            guard isEscaped else { return text(UnsafeBufferPointer(rebasing: bytes[range])) }
            let unescaped = try unescaped(range)
            return unescaped.withUnsafeBufferPointer { text($0) }
        case UInt8(ascii: "n"):
            try skipValue()
            return nil
        default: throw mistake("“\(name)” must be a string", in: name)
        }
    }

    private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        // Bytes that were replaced are no longer the same. Asked so, because validating first goes through generic code.
        if bytes.reduce(0, |) >= 0x80, !text.withBytes({ $0.elementsEqual(bytes) }) { wasRepaired = true }
        return text
    }

    /// The whole number here, or nil for `null`.
    mutating func integer(_ name: StaticString) throws(Mistake) -> Int? {
        if peek() == UInt8(ascii: "n") {
            try skipValue()
            return nil
        }
        let start = index
        try skipValue()
        guard let number = Int(String(decoding: bytes[start..<index], as: UTF8.self)) else {
            throw mistake("“\(name)” must be a whole number", in: name)
        }
        return number
    }

    /// The bytes a string with escapes stands for.
    func unescaped(_ range: Range<Int>) throws(Mistake) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                at += 1
                continue
            }
            at += 1
            switch bytes[at] {
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(bytes[at])
            case UInt8(ascii: "u"):
                let (scalar, length) = try escapedScalar(at, end: range.upperBound)
                result.append(contentsOf: String(scalar).utf8)
                at += length
            default: throw Mistake(cause: "an unknown escape at byte \(at + 1)", offset: at)
            }
            at += 1
        }
        return result
    }

    /// The scalar of `uXXXX` at `at`, with its low half when it is a surrogate; a lone half is U+FFFD.
    private func escapedScalar(_ at: Int, end: Int) throws(Mistake) -> (Unicode.Scalar, Int) {
        let high = try hex(at + 1, end: end)
        if (0xD800..<0xDC00).contains(high), at + 10 < end, bytes[at + 5] == UInt8(ascii: "\\"), bytes[at + 6] == UInt8(ascii: "u") {
            let low = try hex(at + 7, end: end)
            if (0xDC00..<0xE000).contains(low), let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) {
                return (scalar, 10)
            }
        }
        return (Unicode.Scalar(high) ?? "\u{FFFD}", 4)
    }

    private func hex(_ at: Int, end: Int) throws(Mistake) -> UInt32 {
        guard at + 4 <= end, let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
            bytes[at] != UInt8(ascii: "+"), bytes[at] != UInt8(ascii: "-")
        else { throw Mistake(cause: "a broken \\u escape at byte \(at + 1)", offset: at) }
        return value
    }

    /// Steps over any value.
    mutating func skipValue() throws(Mistake) { try skipValue(depth: 0) }

    private mutating func skipValue(depth: Int) throws(Mistake) {
        guard depth < deepest else { throw mistake("nested more than \(deepest) deep") }
        switch peek() {
        case UInt8(ascii: "\""): _ = try rawString()
        case UInt8(ascii: "{"):
            try object { (scanner, _) throws(Mistake) in try scanner.skipValue(depth: depth + 1) }
        case UInt8(ascii: "["):
            index += 1
            if peek() == UInt8(ascii: "]") {
                index += 1
                return
            }
            while true {
                try skipValue(depth: depth + 1)
                let next = peek()
                guard next == UInt8(ascii: ",") || next == UInt8(ascii: "]") else {
                    throw mistake("expected a comma or the end of the array")
                }
                index += 1
                if next == UInt8(ascii: "]") { return }
            }
        case UInt8(ascii: "t"): try literal("true")
        case UInt8(ascii: "f"): try literal("false")
        case UInt8(ascii: "n"): try literal("null")
        default: try skipNumber()
        }
    }

    /// Steps over `true`, `false` or `null`.
    mutating func literal(_ word: StaticString) throws(Mistake) {
        guard index + word.utf8CodeUnitCount <= bytes.count, reads(word, index..<index + word.utf8CodeUnitCount) else {
            throw mistake("expected a value")
        }
        index += word.utf8CodeUnitCount
    }

    /// Steps over a number of RFC 8259.
    mutating func skipNumber() throws(Mistake) {
        if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
        let digits = skipDigits()
        guard digits > 0, digits == 1 || bytes[index - digits] != UInt8(ascii: "0") else { throw mistake("expected a value") }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            guard skipDigits() > 0 else { throw mistake("a number without digits after its point") }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
            guard skipDigits() > 0 else { throw mistake("a number without an exponent") }
        }
    }

    private mutating func skipDigits() -> Int {
        let start = index
        while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
        return index - start
    }
}
