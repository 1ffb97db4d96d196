/// Rows of bytes in one piece, by number: what is written again and again and needs no memory of its own each.
struct ByteRows: Sendable {
    private var bytes: [UInt8] = []
    private var places: [Range<UInt32>]

    /// So many rows, all of them empty.
    init(count: Int) { places = Array(repeating: 0..<0, count: count) }

    init(_ rows: some Sequence<[UInt8]>) {
        places = []
        for row in rows { places.append(add(row)) }
    }

    func isEmpty(_ row: Int) -> Bool { places[row].isEmpty }

    /// Gives an empty row its bytes.
    mutating func fill(_ row: Int, _ contents: [UInt8]) { places[row] = add(contents) }

    @inline(__always)
    func withRow<Result>(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let place = Int(places[row].lowerBound)..<Int(places[row].upperBound)
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[place])) }
    }

    private mutating func add(_ contents: [UInt8]) -> Range<UInt32> {
        let start = UInt32(bytes.count)
        bytes.append(contentsOf: contents)
        return start..<UInt32(bytes.count)
    }
}
