internal import Glibc

/// Folds lines of decisions, one after the other in one memory.
///
/// Every line that is kept goes through here on the one thread that writes, so it is read where it is, by addresses.
final class LineFolder {
    private var memory = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 1)
    private var capacity = 4096

    deinit { memory.deallocate() }

    /// Calls `body` with the line as it is to be kept.
    ///
    /// - Parameter number: Gives the number of a phrase and its file, or nil where none is to be had.
    func withFolded<Result>(
        _ line: UnsafeRawBufferPointer, _ number: (_ phrase: UnsafeRawBufferPointer, _ file: UnsafeRawBufferPointer) throws -> Int64?,
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        guard let start = line.baseAddress else { return try body(line) }
        // Signs below a space are escaped in JSON: what has some is none that is written here.
        for sign in FoldedLine.mark...FoldedLine.closing where memchr(start, Int32(sign), line.count) != nil { return try body(line) }
        // Folded evidence is shorter than the names of its fields.
        reserve(line.count + 1)
        var output = Output(memory)
        output.append(FoldedLine.mark)
        var cursor = LineCursor(start, start + line.count)
        var kept = start
        while let brace = cursor.goToBrace() {
            guard let found = cursor.evidence(), let number = try number(found.phrase, found.file) else { continue }
            output.append(kept, upTo: brace)
            output.append(found, number)
            kept = cursor.place
        }
        output.append(kept, upTo: start + line.count)
        return try body(output.written)
    }

    private func reserve(_ count: Int) {
        if capacity >= count { return }
        memory.deallocate()
        capacity = 2 * count
        memory = .allocate(byteCount: capacity, alignment: 1)
    }

    private struct Output {
        private let start: UnsafeMutableRawPointer
        private var end: UnsafeMutableRawPointer

        init(_ start: UnsafeMutableRawPointer) {
            self.start = start
            end = start
        }

        var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: end - start) }

        mutating func append(_ byte: UInt8) {
            end.storeBytes(of: byte, as: UInt8.self)
            end += 1
        }

        mutating func append(_ from: UnsafeRawPointer, upTo last: UnsafeRawPointer) {
            end.copyMemory(from: from, byteCount: last - from)
            end += last - from
        }

        mutating func append(_ evidence: LineCursor.Evidence, _ number: Int64) {
            append(FoldedLine.opening)
            end.storeBytes(of: number.littleEndian, as: Int64.self)
            end += 8
            append(evidence.row)
            append(evidence.points)
            append(evidence.first)
            append(evidence.last - evidence.first)
            guard let text = evidence.text.baseAddress else { return append(FoldedLine.closing) }
            append(text, upTo: text + evidence.text.count)
            append(FoldedLine.closing)
        }

        private mutating func append(_ number: UInt32) {
            var number = number
            while number > 0x7F {
                append(UInt8(truncatingIfNeeded: number) | 0x80)
                number >>= 7
            }
            append(UInt8(number))
        }
    }
}

/// A place in a line that goes on over what it finds, and no further than the line.
private struct LineCursor {
    private(set) var place: UnsafeRawPointer
    private let end: UnsafeRawPointer

    /// Evidence as it stands in a line.
    struct Evidence {
        let phrase: UnsafeRawBufferPointer
        let file: UnsafeRawBufferPointer
        let row: UInt32
        let points: UInt32
        let first: UInt32
        let last: UInt32
        let text: UnsafeRawBufferPointer
    }

    init(_ start: UnsafeRawPointer, _ end: UnsafeRawPointer) {
        place = start
        self.end = end
    }

    /// Goes behind the next brace, and says where it is.
    mutating func goToBrace() -> UnsafeRawPointer? {
        guard let brace = memchr(place, Int32(UInt8(ascii: "{")), end - place) else { return nil }
        place = UnsafeRawPointer(brace) + 1
        return UnsafeRawPointer(brace)
    }

    /// The evidence that the last brace opens, behind which the cursor is then; nil, and where it was, where none stands there.
    mutating func evidence() -> Evidence? {
        var cursor = self
        guard cursor.skip(FoldedLine.Field.phrase, from: 1), let phrase = cursor.string(), cursor.skip(FoldedLine.Field.source),
            let source = cursor.source(), cursor.skip(FoldedLine.Field.points),
            let points = cursor.number(), cursor.skip(FoldedLine.Field.span), let first = cursor.number(), cursor.skip(","),
            let last = cursor.number(), first <= last, cursor.skip(FoldedLine.Field.text), let text = cursor.string(),
            cursor.skip(FoldedLine.Field.end)
        else { return nil }
        self = cursor
        return Evidence(
            phrase: phrase, file: source.file, row: source.row, points: points, first: first, last: last, text: text)
    }

    /// A file and the number of a line in it, with a colon between.
    private mutating func source() -> (file: UnsafeRawBufferPointer, row: UInt32)? {
        let start = place
        guard string() != nil else { return nil }
        var colon = place
        while colon > start, (colon - 1).load(as: UInt8.self) != UInt8(ascii: ":") { colon -= 1 }
        guard colon > start else { return nil }
        var row = LineCursor(colon, place)
        guard let number = row.number(), row.place == place else { return nil }
        return (UnsafeRawBufferPointer(start: start, count: colon - 1 - start), number)
    }

    @inline(__always)
    private mutating func skip(_ expected: StaticString, from first: Int = 0) -> Bool {
        let count = expected.utf8CodeUnitCount - first
        guard count <= end - place, memcmp(place, expected.utf8Start + first, count) == 0 else { return false }
        place += count
        return true
    }

    /// What stands before the next quote that ends a text, which the cursor is at then.
    @inline(__always)
    private mutating func string() -> UnsafeRawBufferPointer? {
        let start = place
        while let quote = memchr(place, Int32(UInt8(ascii: "\"")), end - place) {
            var slashes = UnsafeRawPointer(quote)
            while slashes > start, (slashes - 1).load(as: UInt8.self) == UInt8(ascii: "\\") { slashes -= 1 }
            if (UnsafeRawPointer(quote) - slashes).isMultiple(of: 2) {
                place = UnsafeRawPointer(quote)
                return UnsafeRawBufferPointer(start: start, count: place - start)
            }
            place = UnsafeRawPointer(quote) + 1
        }
        return nil
    }

    /// A number of at most nine figures, as it is written again.
    @inline(__always)
    private mutating func number() -> UInt32? {
        let start = place
        var value: UInt32 = 0
        while place < end, place - start < 9 {
            let figure = place.load(as: UInt8.self) &- 0x30
            if figure > 9 { break }
            value = value &* 10 &+ UInt32(figure)
            place += 1
        }
        if place == start || start.load(as: UInt8.self) == 0x30 && place - start > 1 { return nil }
        return value
    }
}
