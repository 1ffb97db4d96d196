public import IntentEngine

extension Acknowledgement: Packable {}
extension Placeholder: Packable {}
extension Message.Visibility: Packable {}

extension ReplyLibrary: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        self.init()
        asked = try Dictionary(from: &image)
        for _ in 0..<(try Int(from: &image)) {
            let key = try Key(from: &image)
            add(
                try Template(from: &image), to: key, name: try String(from: &image), place: try SourcePlace(from: &image))
        }
    }

    public func pack(into image: inout ImageWriter) {
        asked.pack(into: &image)
        entries.count.pack(into: &image)
        for (entry, key) in zip(entries, keysByEntry) {
            key.pack(into: &image)
            entry.template.pack(into: &image)
            entry.name.pack(into: &image)
            entry.place.pack(into: &image)
        }
    }

    /// The place of each text, in their order.
    private var keysByEntry: [Key] {
        keys.flatMap { key in entries(key).map { (number: $0.number, key: key) } }.sorted { $0.number < $1.number }.map(\.key)
    }
}

extension ReplyLibrary.Key: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        try self.init(ReplyLibrary.Purpose(from: &image), Language(from: &image), Message.Visibility(from: &image))
    }

    public func pack(into image: inout ImageWriter) {
        purpose.pack(into: &image)
        language.pack(into: &image)
        visibility.pack(into: &image)
    }
}

extension ReplyLibrary.Purpose: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        switch try UInt8(from: &image) {
        case 0: self = .greeting
        case 1: self = .acknowledgement(try Acknowledgement(from: &image))
        case 2: self = .body(try Int(from: &image))
        case 3: self = .also
        case 4: self = .request
        case 5: self = .closing
        case 6: self = .signature
        case 7: self = .holding(try String(from: &image))
        case 8: self = .disclosure
        default: throw ImageDamage()
        }
    }

    public func pack(into image: inout ImageWriter) {
        switch self {
        case .greeting: UInt8(0).pack(into: &image)
        case .acknowledgement(let tone):
            UInt8(1).pack(into: &image)
            tone.pack(into: &image)
        case .body(let intent):
            UInt8(2).pack(into: &image)
            intent.pack(into: &image)
        case .also: UInt8(3).pack(into: &image)
        case .request: UInt8(4).pack(into: &image)
        case .closing: UInt8(5).pack(into: &image)
        case .signature: UInt8(6).pack(into: &image)
        case .holding(let name):
            UInt8(7).pack(into: &image)
            name.pack(into: &image)
        case .disclosure: UInt8(8).pack(into: &image)
        }
    }
}

extension Template: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) { segments = try [Segment](from: &image) }
    public func pack(into image: inout ImageWriter) { segments.pack(into: &image) }
}

extension Template.Segment: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        switch try UInt8(from: &image) {
        case 0: self = .text(try String(from: &image))
        case 1: self = .value(try Placeholder(from: &image))
        case 2: self = .section(try Placeholder(from: &image), whenKnown: try Bool(from: &image), try [Template.Segment](from: &image))
        default: throw ImageDamage()
        }
    }

    public func pack(into image: inout ImageWriter) {
        switch self {
        case .text(let text):
            UInt8(0).pack(into: &image)
            text.pack(into: &image)
        case .value(let placeholder):
            UInt8(1).pack(into: &image)
            placeholder.pack(into: &image)
        case .section(let placeholder, let whenKnown, let inner):
            UInt8(2).pack(into: &image)
            placeholder.pack(into: &image)
            whenKnown.pack(into: &image)
            inner.pack(into: &image)
        }
    }
}
