/// The values known for one reply, in one piece as they will stand in it.
public struct PlaceholderValues: Sendable {
    private var bytes: [UInt8] = []
    private var starts = SIMD8<UInt32>()
    private var ends = SIMD8<UInt32>()
    /// One bit for each placeholder that has a value.
    private(set) var known: UInt8 = 0

    public init() {}

    /// Forgets all values and keeps their memory.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        known = 0
    }

    public subscript(placeholder: Placeholder) -> String? {
        get { knows(placeholder) ? String(decoding: bytes[place(of: placeholder)], as: UTF8.self) : nil }
        set { set(placeholder, to: newValue) }
    }

    func knows(_ placeholder: Placeholder) -> Bool { known & placeholder.bit != 0 }

    mutating func set(_ placeholder: Placeholder, to value: String?) {
        guard let value else { return known &= ~placeholder.bit }
        set(placeholder) { bytes in
            bytes.append(contentsOf: value.utf8)
            return true
        }
    }

    /// Gives `placeholder` the bytes that `write` appends, if it says that they are a value.
    mutating func set(_ placeholder: Placeholder, _ write: (inout [UInt8]) -> Bool) {
        let start = UInt32(truncatingIfNeeded: bytes.count)
        guard write(&bytes) else { return }
        starts[placeholder.index] = start
        ends[placeholder.index] = UInt32(truncatingIfNeeded: bytes.count)
        known |= placeholder.bit
    }

    /// Hands out the value of `placeholder`, if it has one.
    @inline(__always)
    func withValue(of placeholder: Placeholder, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard knows(placeholder) else { return }
        let place = place(of: placeholder)
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[place])) }
    }

    private func place(of placeholder: Placeholder) -> Range<Int> {
        Int(starts[placeholder.index])..<Int(ends[placeholder.index])
    }
}
