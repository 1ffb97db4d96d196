/// Reads values in the order they were laid out. Rows of plain values are not copied: they stay in the image.
public struct ImageReader {
    private let image: UnsafeRawBufferPointer
    /// Keeps the memory of the image.
    private let owner: AnyObject
    private var at = 0

    /// Where rows start: enough for any plain value.
    static let alignment = 16

    /// - Parameters:
    ///   - image: Its start must be aligned for any plain value, as the start of a page is.
    ///   - owner: What the memory of the image lives with.
    public init(_ image: UnsafeRawBufferPointer, owner: AnyObject) {
        self.image = image
        self.owner = owner
    }

    mutating func value<Value: BitwiseCopyable>() throws(ImageDamage) -> Value {
        guard at + MemoryLayout<Value>.size <= image.count else { throw ImageDamage() }
        defer { at += MemoryLayout<Value>.size }
        return image.loadUnaligned(fromByteOffset: at, as: Value.self)
    }

    /// A number of values, each of which takes a byte at least.
    mutating func count() throws(ImageDamage) -> Int {
        let count: Int = try value()
        guard (0...image.count - at).contains(count) else { throw ImageDamage() }
        return count
    }

    mutating func bytes(count: Int) throws(ImageDamage) -> UnsafeRawBufferPointer {
        guard count >= 0, count <= image.count - at else { throw ImageDamage() }
        defer { at += count }
        return UnsafeRawBufferPointer(rebasing: image[at..<at + count])
    }

    mutating func row<Value: BitwiseCopyable & Sendable>() throws(ImageDamage) -> Table<Value> {
        let count = try count()
        at = (at + Self.alignment - 1) / Self.alignment * Self.alignment
        guard at <= image.count, count <= (image.count - at) / MemoryLayout<Value>.stride else { throw ImageDamage() }
        let bytes = try bytes(count: count * MemoryLayout<Value>.stride)
        return Table(UnsafeBufferPointer(start: bytes.baseAddress?.assumingMemoryBound(to: Value.self), count: count), owner: owner)
    }
}
