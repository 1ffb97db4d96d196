/// One line of JSON while it is written: memory of its own, without what an array checks at every append.
struct JSONLine: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 4096) {
        start = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { start.deallocate() }

    /// What was written.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// Appends what was written to `output`.
    func write(to output: inout [UInt8]) { output.append(contentsOf: UnsafeBufferPointer(start: start, count: count)) }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        (start + count).initialize(to: byte)
        count += 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        if bytes.count < 8 {
            for at in 0..<bytes.count { (start + count + at).initialize(to: source[at]) }
        } else if bytes.count <= 16 {
            // Two words that overlap: most of what is appended is as short, and a call to copy it costs more.
            let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(start + count))
            let last = bytes.count - 8
            to.storeBytes(of: from.loadUnaligned(as: UInt64.self), as: UInt64.self)
            to.storeBytes(of: from.loadUnaligned(fromByteOffset: last, as: UInt64.self), toByteOffset: last, as: UInt64.self)
        } else {
            (start + count).initialize(from: source, count: bytes.count)
        }
        count += bytes.count
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    @inline(__always)
    mutating func literal(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Hands out the next `length` bytes to be written by `body`, every one of them.
    @inline(__always)
    mutating func fill(_ length: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        reserve(length)
        body(UnsafeMutableBufferPointer(start: start + count, count: length))
        count += length
    }

    mutating func number(_ number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        // Points and places in a message are short.
        if rest < 10 { return append(Self.digit(rest)) }
        if rest < 100 {
            append(Self.digit(rest / 10))
            return append(Self.digit(rest % 10))
        }
        var digits = 3
        var bound: UInt = 1000
        while rest >= bound {
            digits &+= 1
            bound &*= 10
        }
        fill(digits) { bytes in
            var place = digits
            while place > 0 {
                place &-= 1
                bytes[place] = Self.digit(rest % 10)
                rest /= 10
            }
        }
    }

    @inline(__always)
    private static func digit(_ value: UInt) -> UInt8 { UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value) }

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
    mutating func string(_ text: String?) {
        guard var text else { return literal("null") }
        text.withUTF8 { string($0) }
    }

    /// A string of UTF-8 bytes in quotes, with control characters, quotes and backslashes escaped.
    mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) {
        append(UInt8(ascii: "\""))
        var from = 0
        while true {
            let at = bytes.firstToEscape(from: from)
            append(UnsafeBufferPointer(rebasing: bytes[from..<at]))
            if at == bytes.count { break }
            escape(bytes[at])
            from = at + 1
        }
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
            literal(byte < 0x10 ? "\\u000" : "\\u001")
            let digit = byte & 15
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if more > capacity - count { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let roomier = max(2 * capacity, count + more)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: roomier)
        memory.initialize(from: start, count: count)
        start.deallocate()
        start = memory
        capacity = roomier
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The place of the next byte that a JSON string does not take as it is, or the end: a control character, a quote or
    /// a backslash. Looks at sixteen bytes at once (Mycroft's test for a small byte in a word).
    fileprivate func firstToEscape(from start: Int) -> Int {
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
