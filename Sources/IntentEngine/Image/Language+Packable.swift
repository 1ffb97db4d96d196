extension Language: Packable {}

extension SourcePlace: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(file: String(from: &image), line: Int(from: &image), column: Int(from: &image))
    }

    public func pack(into image: inout ImageWriter) {
        file.pack(into: &image)
        line.pack(into: &image)
        column.pack(into: &image)
    }
}

extension CivilDate: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) { self.init(daysSince1970: try Int(from: &image)) }
    public func pack(into image: inout ImageWriter) { daysSince1970.pack(into: &image) }
}
