/// Values sorted into numbered groups by counting: one pass to count them, one to put them in place.
///
/// Within a group values keep the order in which they came.
struct Grouping<Value: Sendable>: Sendable {
    let values: [Value]
    /// Where each group starts; one more than there are groups.
    let starts: [UInt32]

    init(_ values: [Value], groups: Int, by group: (Value) -> Int) {
        var starts = [UInt32](repeating: 0, count: groups + 1)
        for value in values { starts[group(value) + 1] += 1 }
        for group in 0..<groups { starts[group + 1] += starts[group] }
        var next = starts
        self.values = [Value](unsafeUninitializedCapacity: values.count) { buffer, count in
            for value in values {
                let group = group(value)
                buffer.initializeElement(at: Int(next[group]), to: value)
                next[group] += 1
            }
            count = values.count
        }
        self.starts = starts
    }

    subscript(group: Int) -> ArraySlice<Value> { values[Int(starts[group])..<Int(starts[group + 1])] }

    private init(values: [Value], starts: [UInt32]) {
        self.values = values
        self.starts = starts
    }

    /// The same groups of what `transform` makes of each value.
    func map<Other>(_ transform: (Value) -> Other) -> Grouping<Other> {
        Grouping<Other>(values: values.map(transform), starts: starts)
    }
}
