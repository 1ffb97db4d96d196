/// Fills the list of a `JSONDocument`.
struct JSONDocumentReader {
    let limits: JSONDocument.Limits
    private(set) var values: [JSONDocument.Value] = []

    init(limits: JSONDocument.Limits) { self.limits = limits }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONDocument.Refusal) {
        var scanner = JSONScanner(bytes)
        values.reserveCapacity(min(bytes.count / 8, limits.values))
        try value(&scanner, depth: 0)
        scanner.skipSpaces()
        guard scanner.isAtEnd else { throw .malformed(at: scanner.index + 1) }
    }

    private mutating func value(_ scanner: inout JSONScanner, depth: Int) throws(JSONDocument.Refusal) {
        switch scanner.peek() {
        case UInt8(ascii: "{"): try container(&scanner, .object, end: UInt8(ascii: "}"), depth: depth)
        case UInt8(ascii: "["): try container(&scanner, .array, end: UInt8(ascii: "]"), depth: depth)
        case UInt8(ascii: "\""): try string(&scanner, plain: .string, escaped: .escapedString)
        case UInt8(ascii: "t"): try scalar(&scanner, .true) { (scanner) throws(JSONScanner.Mistake) in try scanner.literal("true") }
        case UInt8(ascii: "f"): try scalar(&scanner, .false) { (scanner) throws(JSONScanner.Mistake) in try scanner.literal("false") }
        case UInt8(ascii: "n"): try scalar(&scanner, .null) { (scanner) throws(JSONScanner.Mistake) in try scanner.literal("null") }
        default: try scalar(&scanner, .number) { (scanner) throws(JSONScanner.Mistake) in try scanner.skipNumber() }
        }
    }

    private mutating func container(
        _ scanner: inout JSONScanner, _ kind: JSONDocument.Kind, end: UInt8, depth: Int
    ) throws(JSONDocument.Refusal) {
        guard depth < limits.depth else { throw .tooDeep }
        let place = values.count
        try append(kind, from: scanner.index, to: scanner.index)
        scanner.step()
        if scanner.peek() == end {
            scanner.step()
        } else {
            while true {
                if kind == .object {
                    guard scanner.peek() == UInt8(ascii: "\"") else { throw .malformed(at: scanner.index + 1) }
                    try string(&scanner, plain: .name, escaped: .escapedName)
                    guard scanner.peek() == UInt8(ascii: ":") else { throw .malformed(at: scanner.index + 1) }
                    scanner.step()
                }
                try value(&scanner, depth: depth + 1)
                let next = scanner.peek()
                guard next == UInt8(ascii: ",") || next == end else { throw .malformed(at: scanner.index + 1) }
                scanner.step()
                if next == end { break }
            }
        }
        values[place].end = UInt32(truncatingIfNeeded: scanner.index)
        values[place].next = UInt32(truncatingIfNeeded: values.count)
    }

    private mutating func string(
        _ scanner: inout JSONScanner, plain: JSONDocument.Kind, escaped: JSONDocument.Kind
    ) throws(JSONDocument.Refusal) {
        let start = scanner.index
        let isEscaped: Bool
        do throws(JSONScanner.Mistake) {
            isEscaped = try scanner.rawString().isEscaped
        } catch {
            throw .malformed(at: error.offset + 1)
        }
        try append(isEscaped ? escaped : plain, from: start, to: scanner.index)
    }

    private mutating func scalar(
        _ scanner: inout JSONScanner, _ kind: JSONDocument.Kind, _ skip: (inout JSONScanner) throws(JSONScanner.Mistake) -> Void
    ) throws(JSONDocument.Refusal) {
        let start = scanner.index
        do throws(JSONScanner.Mistake) {
            try skip(&scanner)
        } catch {
            throw .malformed(at: error.offset + 1)
        }
        try append(kind, from: start, to: scanner.index)
    }

    private mutating func append(_ kind: JSONDocument.Kind, from start: Int, to end: Int) throws(JSONDocument.Refusal) {
        guard values.count < limits.values else { throw .tooManyValues }
        values.append(
            JSONDocument.Value(
                kind: kind, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: values.count + 1)))
    }
}
