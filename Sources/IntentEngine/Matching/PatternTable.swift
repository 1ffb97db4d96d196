/// All patterns as people see them, in rows: a compiled rulebook holds thousands and shows a few.
struct PatternTable: Sendable {
    private struct Row: Sendable {
        let textStart: UInt32
        let textCount: UInt32
        let line: UInt32
        let column: UInt32
        let file: UInt16
        let side: UInt8
        let role: PatternSource.Role
    }

    private let rows: Table<Row>
    private let texts: Table<UInt8>
    private let files: [String]

    init(_ patterns: [Pattern]) {
        var texts: [UInt8] = []
        var files: [String] = []
        var numbers: [String: UInt16] = [:]
        rows = Table(
            patterns.map { pattern in
                let start = texts.count
                texts.append(contentsOf: pattern.text.utf8)
                if numbers[pattern.place.file] == nil {
                    numbers[pattern.place.file] = UInt16(clamping: files.count)
                    files.append(pattern.place.file)
                }
                return Row(
                    textStart: UInt32(start), textCount: UInt32(texts.count - start), line: UInt32(clamping: pattern.place.line),
                    column: UInt32(clamping: pattern.place.column), file: numbers[pattern.place.file] ?? 0,
                    side: UInt8(pattern.language.side ?? 0), role: pattern.role)
            })
        self.texts = Table(texts)
        self.files = files
    }

    var count: Int { rows.count }

    subscript(number: Int) -> Pattern {
        let row = rows[number]
        let text = UnsafeBufferPointer(rebasing: texts.elements[Int(row.textStart)..<Int(row.textStart + row.textCount)])
        return Pattern(
            role: row.role, language: Language.ruled[Int(row.side)], text: String(decoding: text, as: UTF8.self),
            place: SourcePlace(file: files[Int(row.file)], line: Int(row.line), column: Int(row.column)))
    }
}

extension PatternTable: Packable {
    init(from image: inout ImageReader) throws(ImageDamage) {
        rows = try Table(from: &image)
        texts = try Table(from: &image)
        files = try [String](from: &image)
    }

    func pack(into image: inout ImageWriter) {
        rows.pack(into: &image)
        texts.pack(into: &image)
        files.pack(into: &image)
    }
}
