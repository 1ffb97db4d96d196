internal import CPrefetch

/// A row of plain values that is written once and read by every thread, without the cost of an array's checks.
///
/// `@unchecked Sendable`: nothing changes the values once the table is made, and they live as long as its storage.
struct Table<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let elements: UnsafeBufferPointer<Element>
    private let storage: AnyObject

    /// Memory of its own.
    private final class Storage {
        let memory: UnsafeMutableBufferPointer<Element>
        init(_ memory: UnsafeMutableBufferPointer<Element>) { self.memory = memory }
        deinit { memory.deallocate() }
    }

    /// A table of the values of an array.
    init(_ values: [Element]) {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: values.count)
        _ = memory.initialize(from: values)
        elements = UnsafeBufferPointer(memory)
        storage = Storage(memory)
    }

    /// A table whose memory `fill` initializes, all of it.
    init(count: Int, _ fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
        fill(memory)
        elements = UnsafeBufferPointer(memory)
        storage = Storage(memory)
    }

    /// A table in memory that lives as long as its owner.
    init(_ elements: UnsafeBufferPointer<Element>, owner: AnyObject) {
        self.elements = elements
        storage = owner
    }

    var count: Int { elements.count }

    /// Asks for a value that will be read soon, so that it is near when it is.
    @inline(__always)
    func prefetch(_ index: Int) { courtois_prefetch(elements.baseAddress.unsafelyUnwrapped + index) }

    @inline(__always)
    subscript(index: Int) -> Element { elements[index] }
}

extension Table: Packable {
    init(from image: inout ImageReader) throws(ImageDamage) { self = try image.row() }
    func pack(into image: inout ImageWriter) { image.append(row: elements) }
}
