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
        var line = LineWriter(room: (text?.utf8.count ?? 0) + 16)
        line.string(text)
        append(contentsOf: line.written)
    }
}
