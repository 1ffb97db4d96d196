/// Lays values out one behind the other, and hands them on piece by piece: an image is as large as the rulebook it is of, and
/// is never held beside it.
public struct ImageWriter {
    /// What has not been handed on.
    private var piece: [UInt8] = []
    /// Where the next byte goes.
    private var position: Int
    private let handOn: (UnsafeRawBufferPointer) -> Void

    /// Bytes gathered before they are handed on.
    static let pieceBytes = 1 << 16

    /// - Parameters:
    ///   - position: Bytes of the image that stand before what is written.
    ///   - handOn: Takes the pieces of the image in their order.
    public init(from position: Int, _ handOn: @escaping (UnsafeRawBufferPointer) -> Void) {
        self.position = position
        self.handOn = handOn
        piece.reserveCapacity(Self.pieceBytes)
    }

    /// Hands the last piece on.
    public mutating func finish() {
        piece.withUnsafeBytes(handOn)
        piece = []
    }

    mutating func append<Value: BitwiseCopyable>(_ value: Value) {
        withUnsafeBytes(of: value) { append($0) }
    }

    mutating func append(utf8 text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Appends a row of plain values where they can be read in place.
    mutating func append<Value: BitwiseCopyable>(row: UnsafeBufferPointer<Value>) {
        row.count.pack(into: &self)
        while position % ImageReader.alignment != 0 { append(UInt8(0)) }
        append(UnsafeRawBufferPointer(row))
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        position += bytes.count
        if piece.count + bytes.count > Self.pieceBytes {
            piece.withUnsafeBytes(handOn)
            piece.removeAll(keepingCapacity: true)
        }
        // What is a piece by itself is not copied.
        if bytes.count > Self.pieceBytes { handOn(bytes) } else { piece.append(contentsOf: bytes) }
    }
}
