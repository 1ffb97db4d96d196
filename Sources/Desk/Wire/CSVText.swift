/// Tables as comma-separated values: RFC 4180, in UTF-8.
public struct CSVText: Sendable {
    public private(set) var bytes: [UInt8]

    /// - Parameter hasMark: Begins with a byte order mark, by which spreadsheets know UTF-8.
    public init(hasMark: Bool = false) { bytes = hasMark ? [0xEF, 0xBB, 0xBF] : [] }

    /// Adds a row; it ends with CRLF, the last as well.
    public mutating func add(_ fields: [Field]) {
        for (place, field) in fields.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            switch field {
            case .number(let number): bytes += number.map { Array(String($0).utf8) } ?? []
            case .decimal(let number): bytes += number.map { Array(String($0).utf8) } ?? []
            case .text(let text): append(text)
            }
        }
        bytes += [13, 10]
    }

    public enum Field: Sendable, Hashable {
        case text(String)
        /// Empty where there is none.
        case number(Int?)
        case decimal(Double?)
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe before it, which the spreadsheet does not show.
    private mutating func append(_ text: String) {
        let isFormula = text.utf8.first.map(Self.formulas.contains) ?? false
        let field = (isFormula ? "'" : "") + text
        guard isFormula || field.utf8.contains(where: Self.special.contains) || field.utf8.first == 32 || field.utf8.last == 32 else {
            bytes += Array(field.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in field.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let formulas: Set<UInt8> = Set("=+-@\t\r\n".utf8)
    private static let special: Set<UInt8> = Set(",\"\r\n;\t".utf8)
}
