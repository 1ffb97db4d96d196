/// A folded byte and the place in the original of the scalar it comes from. Up to the next bend, folded bytes, scalars and
/// bytes go one by one.
struct Bend {
    let flat: UInt32
    let scalar: UInt32
    let byte: UInt32
}

extension UnsafeBufferPointer<Bend> {
    /// Where the scalar of folded byte `flat` stands in the original. The first bend is at the first folded byte.
    func place(of flat: Int) -> (scalar: Int, byte: Int) {
        var low = 0
        var high = count
        while low + 1 < high {
            let middle = (low + high) / 2
            if self[middle].flat <= flat { low = middle } else { high = middle }
        }
        let past = flat - Int(self[low].flat)
        return (Int(self[low].scalar) + past, Int(self[low].byte) + past)
    }
}
