/// Lays values out one behind the other.
public struct ImageWriter {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    public init() {}

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
