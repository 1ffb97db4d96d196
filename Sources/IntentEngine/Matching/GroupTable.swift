/// Numbered groups of plain values for reading alone.
struct GroupTable<Value: BitwiseCopyable & Sendable>: Sendable {
    private let values: Table<Value>
    private let starts: Table<UInt32>

    init(_ grouping: Grouping<Value>) {
        values = Table(grouping.values)
        starts = Table(grouping.starts)
    }

    @inline(__always)
    subscript(group: Int) -> UnsafeBufferPointer<Value> {
        UnsafeBufferPointer(rebasing: values.elements[Int(starts[group])..<Int(starts[group + 1])])
    }
}

extension GroupTable: Packable {
    init(from image: inout ImageReader) throws(ImageDamage) {
        values = try Table(from: &image)
        starts = try Table(from: &image)
    }

    func pack(into image: inout ImageWriter) {
        values.pack(into: &image)
        starts.pack(into: &image)
    }
}
