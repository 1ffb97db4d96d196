import Glibc

/// Reads a file descriptor in blocks and cuts it into lines of bounded length.
///
/// A block holds what one read gave, so that a slow writer is answered line by line and a fast one in bulk. Lines
/// longer than the limit are passed over without being kept.
struct LineSource {
    /// One line of a block.
    enum Line {
        /// Its bytes in the block, without the line end.
        case bytes(Range<Int>)
        case tooLong
    }

    private let descriptor: Int32
    private let mostBytes: Int
    private(set) var buffer: [UInt8]
    /// Bytes of `buffer` that hold input, and where the line that is not complete starts.
    private var filled = 0
    private var rest = 0
    private var isDiscarding = false
    private var isFirst = true
    private var hasEnded = false

    private let blockBytes: Int

    /// - Parameter blockBytes: What one read takes at most.
    init(descriptor: Int32 = 0, mostBytes: Int, blockBytes: Int = 1 << 20) {
        self.blockBytes = blockBytes
        self.descriptor = descriptor
        self.mostBytes = mostBytes
        buffer = [UInt8](repeating: 0, count: blockBytes + mostBytes + 1)
    }

    /// The lines that the next read completes; empty at the end of the input. Their bytes are in `buffer` until the
    /// next call.
    mutating func next() throws(ReadError) -> [Line] {
        while !hasEnded {
            keepRest()
            let space = min(blockBytes, buffer.count - filled)
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: filled), space) }
            if count < 0 {
                if errno == EINTR { continue }
                throw ReadError(code: errno)
            }
            if count == 0 {
                hasEnded = true
                return lastLine()
            }
            let lines = cut(from: filled, to: filled + count)
            filled += count
            if !lines.isEmpty { return lines }
        }
        return []
    }

    /// Whether input can be read without waiting for it.
    var hasMore: Bool {
        if hasEnded { return false }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) > 0
    }

    struct ReadError: Error, CustomStringConvertible {
        let code: Int32
        var description: String { "standard input cannot be read: \(String(cString: strerror(code)))" }
    }

    /// Moves the start of an incomplete line to the front; drops it when it is too long already.
    private mutating func keepRest() {
        let length = filled - rest
        if length > mostBytes {
            isDiscarding = true
            filled = 0
        } else {
            if rest > 0 { moveToFront(length) }
            filled = length
        }
        rest = 0
    }

    private mutating func moveToFront(_ length: Int) {
        buffer.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            memmove(base, UnsafeRawPointer(base + rest), length)
        }
    }

    private mutating func cut(from start: Int, to end: Int) -> [Line] {
        var lines: [Line] = []
        var at = start
        while let newline = newline(from: at, to: end) {
            lines.append(line(rest..<newline))
            at = newline + 1
            rest = at
        }
        return lines
    }

    private func newline(from start: Int, to end: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard start < end, let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, end - start) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private mutating func line(_ range: Range<Int>) -> Line {
        defer { isFirst = false }
        if isDiscarding {
            isDiscarding = false
            return .tooLong
        }
        var range = range
        if isFirst, range.count >= 3, buffer[range.lowerBound..<range.lowerBound + 3].elementsEqual([0xEF, 0xBB, 0xBF]) {
            range = range.lowerBound + 3..<range.upperBound
        }
        if !range.isEmpty, buffer[range.upperBound - 1] == 0x0D { range = range.lowerBound..<range.upperBound - 1 }
        return range.count > mostBytes ? .tooLong : .bytes(range)
    }

    private mutating func lastLine() -> [Line] {
        guard isDiscarding || filled > rest else { return [] }
        return [line(rest..<filled)]
    }
}
