import Testing

@testable import IntentEngine

@Suite("Images of compiled rules")
struct ImageTests {
    /// The pieces an image of `values` is handed on in.
    private static func pieces(from position: Int, _ write: (inout ImageWriter) -> Void) -> [[UInt8]] {
        final class Gathered { var pieces: [[UInt8]] = [] }
        let gathered = Gathered()
        var image = ImageWriter(from: position) { gathered.pieces.append(Array($0)) }
        write(&image)
        image.finish()
        return gathered.pieces
    }

    @Test("an image is handed on in pieces, so that only a row which is in memory anyway is larger than one")
    func pieces() {
        let words = (0..<40_000).map { "mot \($0)" }
        let pieces = Self.pieces(from: 0) { words.pack(into: &$0) }
        #expect(pieces.count > 5)
        #expect(pieces.allSatisfy { $0.count <= ImageWriter.pieceBytes })
    }

    @Test("what was laid out is read back, rows in their places and all", arguments: [0, 8])
    func whole(_ position: Int) throws {
        let words = (0..<3_000).map { "mot n° \($0)" }
        let rows: [[UInt32]] = [[], [7], Array(0..<100_000), Array(0..<3)]
        let pieces = Self.pieces(from: position) { image in
            words.pack(into: &image)
            for row in rows { Table(row).pack(into: &image) }
            UInt64(5).pack(into: &image)
        }
        let bytes = [UInt8](repeating: 0, count: position) + pieces.flatMap(\.self)
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 4096)
        defer { memory.deallocate() }
        memory.copyBytes(from: bytes)
        var image = ImageReader(UnsafeRawBufferPointer(memory), owner: Memory())
        for _ in 0..<position { #expect(try UInt8(from: &image) == 0) }
        #expect(try [String](from: &image) == words)
        for row in rows {
            let table = try Table<UInt32>(from: &image)
            #expect(Array(table.elements) == row)
        }
        #expect(try UInt64(from: &image) == 5)
    }

    private final class Memory {}

    @Test("where bytes are cut makes no difference to their sum")
    func sums() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 7) }
        let whole = bytes.withUnsafeBytes { ImageSum.of($0) }
        for step in [1, 7, 31, 32, 33, 64, 500, 999, 1_000] {
            var sum = ImageSum()
            for start in stride(from: 0, to: bytes.count, by: step) {
                bytes[start..<min(start + step, bytes.count)].withUnsafeBytes { sum.add($0) }
            }
            #expect(sum.value == whole, "\(step)")
        }
    }
}
