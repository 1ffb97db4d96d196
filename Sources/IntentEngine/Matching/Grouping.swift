/// Values sorted into numbered groups by counting: one pass to count them, one to put them in place.
///
/// Within a group values keep the order in which they came.
struct Grouping<Value: Sendable>: Sendable {
    let values: [Value]
    /// Where each group starts; one more than there are groups.
    let starts: [UInt32]

    init(_ values: [Value], groups: Int, by group: (Value) -> Int) { self.init(values, groups: groups, by: group) { $0 } }

    /// Groups of what `transform` makes of each source.
    init<Source>(_ sources: [Source], groups: Int, by group: (Source) -> Int, of transform: (Source) -> Value) {
        var starts = [UInt32](repeating: 0, count: groups + 1)
        for source in sources { starts[group(source) + 1] += 1 }
        for group in 0..<groups { starts[group + 1] += starts[group] }
        var next = starts
        values = [Value](unsafeUninitializedCapacity: sources.count) { buffer, count in
            for source in sources {
                let group = group(source)
                buffer.initializeElement(at: Int(next[group]), to: transform(source))
                next[group] += 1
            }
            count = sources.count
        }
        self.starts = starts
    }

    subscript(group: Int) -> ArraySlice<Value> { values[Int(starts[group])..<Int(starts[group + 1])] }
}
