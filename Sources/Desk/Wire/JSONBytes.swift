/// JSON written straight into bytes.
extension [UInt8] {
    package mutating func literal(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package mutating func number(_ number: Int) {
        if number >= 0, number < 10 { return append(UInt8(ascii: "0") + UInt8(number)) }
        append(contentsOf: String(number).utf8)
    }

    /// A string in quotes, or `null`.
    package mutating func string(_ text: String?) {
        guard var text else { return literal("null") }
        text.withUTF8 { string($0) }
    }

    /// A string of UTF-8 bytes in quotes, with control characters, quotes and backslashes escaped.
    private mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) {
        var line = JSONLine(capacity: bytes.count + 16)
        line.string(bytes)
        line.write(to: &self)
    }
}
