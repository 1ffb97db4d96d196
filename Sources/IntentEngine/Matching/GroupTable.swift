/// Numbered groups of plain values for reading alone.
struct GroupTable<Value: BitwiseCopyable & Sendable>: Sendable {
    private let values: Table<Value>
    private let starts: Table<UInt32>

    init(_ grouping: Grouping<Value>) {
        values = Table(grouping.values)
        starts = Table(grouping.starts)
    }

    /// Groups of what `each` hands on, those of a group in their order. It is asked twice, to count and to put in place, and
    /// hands on the same both times.
    init(groups: Int, each: (_ visit: (_ group: Int, _ value: Value) -> Void) -> Void) {
        var starts = [UInt32](repeating: 0, count: groups + 1)
        each { group, _ in starts[group + 1] += 1 }
        for group in 0..<groups { starts[group + 1] += starts[group] }
        var next = starts
        values = Table(count: Int(starts[groups])) { values in
            each { group, value in
                values.initializeElement(at: Int(next[group]), to: value)
                next[group] += 1
            }
        }
        self.starts = Table(starts)
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
