/// Lays values out one behind the other.
public struct ImageWriter {
    private var bytes: [UInt8] = []

    /// - Parameter capacity: Bytes to ask for at once; what is not written to takes up no memory.
    public init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Gives what was written away.
    public mutating func finish() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    mutating func append<Value: BitwiseCopyable>(_ value: Value) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    mutating func append(bytes more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Appends a row of plain values where they can be read in place.
    mutating func append<Value: BitwiseCopyable>(row: UnsafeBufferPointer<Value>) {
        row.count.pack(into: &self)
        while bytes.count % ImageReader.alignment != 0 { bytes.append(0) }
        bytes.append(contentsOf: UnsafeRawBufferPointer(row))
    }
}
