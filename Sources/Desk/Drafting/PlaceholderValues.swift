/// The values known for one reply, in one piece as they will stand in it.
public struct PlaceholderValues: Sendable {
    private var bytes: [UInt8] = []
    private var starts = SIMD8<UInt32>()
    private var ends = SIMD8<UInt32>()
    /// One bit for each placeholder that has a value.
    private(set) var known: UInt8 = 0

    public init() { bytes.reserveCapacity(Self.usual) }

    /// Bytes that the values of most replies take together.
    private static let usual = 128

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

    /// Appends the value of `placeholder`, if it has one.
    func append(_ placeholder: Placeholder, to output: inout [UInt8]) {
        guard knows(placeholder) else { return }
        let place = place(of: placeholder)
        bytes.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[place])) }
    }

    private func place(of placeholder: Placeholder) -> Range<Int> {
        Int(starts[placeholder.index])..<Int(ends[placeholder.index])
    }
}
