/// What can be laid out in an image and read back from it.
///
/// An image is the memory of a compiled rulebook as a file: it is read on the machine, and by the build of the program,
/// that wrote it, so that nothing in it needs a name, a version or an order of bytes.
public protocol Packable {
    init(from image: inout ImageReader) throws(ImageDamage)
    func pack(into image: inout ImageWriter)
}

/// The image ends early or holds what its writer never writes.
public struct ImageDamage: Error, Sendable {
    public init() {}
}

extension Int: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) { self = try image.value() }
    public func pack(into image: inout ImageWriter) { image.append(self) }
}

extension UInt32: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) { self = try image.value() }
    public func pack(into image: inout ImageWriter) { image.append(self) }
}

extension UInt64: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) { self = try image.value() }
    public func pack(into image: inout ImageWriter) { image.append(self) }
}

extension UInt8: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) { self = try image.value() }
    public func pack(into image: inout ImageWriter) { image.append(self) }
}

extension Bool: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) { self = try UInt8(from: &image) != 0 }
    public func pack(into image: inout ImageWriter) { UInt8(self ? 1 : 0).pack(into: &image) }
}

extension String: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        self = String(decoding: try image.bytes(count: try Int(from: &image)), as: UTF8.self)
    }

    public func pack(into image: inout ImageWriter) {
        utf8.count.pack(into: &image)
        image.append(utf8: self)
    }
}

extension Optional: Packable where Wrapped: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        self = try Bool(from: &image) ? try Wrapped(from: &image) : nil
    }

    public func pack(into image: inout ImageWriter) {
        (self != nil).pack(into: &image)
        self?.pack(into: &image)
    }
}

extension Array: Packable where Element: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        let count = try image.count()
        self = []
        reserveCapacity(count)
        for _ in 0..<count { append(try Element(from: &image)) }
    }

    public func pack(into image: inout ImageWriter) {
        count.pack(into: &image)
        for element in self { element.pack(into: &image) }
    }
}

extension Range: Packable where Bound: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        let (lower, upper) = (try Bound(from: &image), try Bound(from: &image))
        guard lower <= upper else { throw ImageDamage() }
        self = lower..<upper
    }

    public func pack(into image: inout ImageWriter) {
        lowerBound.pack(into: &image)
        upperBound.pack(into: &image)
    }
}

extension Dictionary: Packable where Key: Packable, Value: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        let count = try image.count()
        self = Dictionary(minimumCapacity: count)
        for _ in 0..<count {
            let key = try Key(from: &image)
            self[key] = try Value(from: &image)
        }
    }

    public func pack(into image: inout ImageWriter) {
        count.pack(into: &image)
        for (key, value) in self {
            key.pack(into: &image)
            value.pack(into: &image)
        }
    }
}

extension Set: Packable where Element: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) { self = Set(try [Element](from: &image)) }
    public func pack(into image: inout ImageWriter) { Array(self).pack(into: &image) }
}

/// Enumerations are packed by their place among all cases.
extension Packable where Self: CaseIterable & Equatable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        let (number, cases) = (Int(try UInt8(from: &image)), Self.allCases)
        guard number < cases.count else { throw ImageDamage() }
        self = cases[cases.index(cases.startIndex, offsetBy: number)]
    }

    public func pack(into image: inout ImageWriter) {
        let cases = Self.allCases
        let place = cases.firstIndex(of: self).map { cases.distance(from: cases.startIndex, to: $0) } ?? 0
        UInt8(truncatingIfNeeded: place).pack(into: &image)
    }
}
