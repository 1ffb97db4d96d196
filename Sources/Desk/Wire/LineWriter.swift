/// Writes bytes into memory of its own, without what an array checks at every append.
struct LineWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    /// - Parameter room: Bytes there is memory for at first.
    init(room: Int) {
        start = .allocate(capacity: room)
        capacity = room
    }

    /// Writes into what an earlier line has left in `memory`; `leave(in:)` puts it back.
    init(in memory: inout LineMemory, room: Int) {
        (start, capacity) = memory.take() ?? (.allocate(capacity: room), room)
    }

    deinit { start.deallocate() }

    /// Ends the line, whose memory the next one gets.
    consuming func leave(in memory: inout LineMemory) {
        memory.keep(start, capacity)
        discard self
    }

    /// What was written.
    var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// Forgets what was written.
    mutating func removeAll() { count = 0 }

    /// Forgets what was written from `place` on.
    mutating func removeAll(from place: Int) {
        precondition(place >= 0 && place <= count, "a line is cut where it was written")
        count = place
    }

    /// A byte that was written.
    subscript(place: Int) -> UInt8 {
        get {
            precondition(place >= 0 && place < count, "a line is read where it was written")
            return start[place]
        }
        set {
            precondition(place >= 0 && place < count, "a line is changed where it was written")
            start[place] = newValue
        }
    }

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

    @inline(__always)
    mutating func append(_ text: String) { text.withBytes { append($0) } }

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

    /// Points and places in a message are short: up to three figures are written at once, whatever their number.
    @inline(__always)
    mutating func number(_ number: Int) {
        guard number >= 0, number < 1000 else { return append(String(number)) }
        let value = UInt32(truncatingIfNeeded: number)
        let figures = 0x30_3030 | value / 100 | (value / 10 % 10) << 8 | (value % 10) << 16
        let leading: UInt32 = (value < 10 ? 1 : 0) + (value < 100 ? 1 : 0)
        reserve(4)
        UnsafeMutableRawPointer(start + count).storeBytes(of: (figures >> (8 * leading)).littleEndian, as: UInt32.self)
        count += 3 - Int(leading)
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

extension String {
    /// Hands out the bytes of the text in UTF-8 where they are, without a reference to it being counted.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }
}
