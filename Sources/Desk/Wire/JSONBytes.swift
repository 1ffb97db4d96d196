/// JSON written straight into bytes.
extension [UInt8] {
    package mutating func literal(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package mutating func number(_ number: Int) {
        if number >= 0, number < 10 { return append(UInt8(ascii: "0") + UInt8(number)) }
        append(contentsOf: String(number).utf8)
    }

    /// A number from 0 to 1 with at most two decimals.
    mutating func hundredths(_ number: Double) {
        let hundredths = Int(number * 100 + 0.5)
        append(UInt8(ascii: "0") + UInt8(clamping: hundredths / 100))
        let rest = hundredths % 100
        if rest == 0 { return }
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + UInt8(rest / 10))
        if rest % 10 > 0 { append(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }

    /// A string in quotes, or `null`.
    package mutating func string(_ text: String?) {
        guard var text else { return literal("null") }
        text.withUTF8 { string($0) }
    }

    /// A string of UTF-8 bytes in quotes, with control characters, quotes and backslashes escaped.
    mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        var start = 0
        for at in bytes.indices {
            let byte = bytes[at]
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
            append(contentsOf: bytes[start..<at])
            escape(byte)
            start = at + 1
        }
        append(contentsOf: bytes[start..<bytes.count])
        append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): literal("\\\"")
        case UInt8(ascii: "\\"): literal("\\\\")
        case 0x0A: literal("\\n")
        case 0x0D: literal("\\r")
        case 0x09: literal("\\t")
        default:
            literal("\\u00")
            let digits = Array("0123456789abcdef".utf8)
            append(digits[Int(byte >> 4)])
            append(digits[Int(byte & 15)])
        }
    }
}
