/// Eight bytes of a text looked at at once, the first of them lowest.
struct EightBytes {
    let bytes: UInt64

    init(_ bytes: UInt64) { self.bytes = bytes }

    /// The bytes from `index` on; zeros stand behind the end of the text.
    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        if index &+ 8 <= text.count {
            bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        } else {
            bytes = text[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    /// The bytes up to `end`, the last of them highest; zeros stand before the start of the text.
    init(_ text: UnsafeBufferPointer<UInt8>, before end: Int) {
        self = end >= 8 ? EightBytes(text, at: end - 8) : EightBytes(EightBytes(text, at: 0).bytes << UInt64(8 * (8 - end)))
    }

    @inline(__always)
    func store(in text: UnsafeMutableBufferPointer<UInt8>, at index: Int) {
        UnsafeMutableRawBufferPointer(text).storeBytes(of: bytes, toByteOffset: index, as: UInt64.self)
    }

    /// The same with ASCII capitals in lower case.
    var lowercased: EightBytes { EightBytes(bytes | letters >> 2) }

    /// How many of the first bytes are ASCII letters.
    var leadingLetters: Int { (~letters & Self.each(0x80)).trailingZeroBitCount >> 3 }

    /// How many of the leading letters are capitals.
    var leadingCapitals: Int { Int(((~bytes << 2 & leading) >> 7 &* Self.each(1)) >> 56) }

    /// Whether one of the leading letters is the same as the two bytes before it; what stands before these is in `before`.
    @inline(__always)
    func repeatsLetter(after before: EightBytes) -> Bool {
        let differing = (bytes ^ (bytes << 8 | before.bytes >> 56)) | (bytes ^ (bytes << 16 | before.bytes >> 48))
        let unlike = (differing & Self.each(0x7F)) &+ Self.each(0x7F) | differing
        return ~unlike & leading != 0
    }

    /// The highest bit of each byte that is an ASCII letter.
    private var letters: UInt64 {
        let lower = bytes & Self.each(0x7F) | Self.each(0x20)
        return (lower &+ Self.each(0x80 - 0x61)) & ~(lower &+ Self.each(0x7F - 0x7A)) & ~bytes & Self.each(0x80)
    }

    /// The same for those before which nothing else stands.
    private var leading: UInt64 {
        let others = ~letters & Self.each(0x80)
        return (others &- 1) & ~others & Self.each(0x80)
    }

    private static func each(_ byte: UInt64) -> UInt64 { 0x0101_0101_0101_0101 &* byte }
}
