/// A decision's line as it is kept: of each piece of evidence, two thirds of a line, the phrase and its file are a number of
/// `quoted_phrases`, and the names of its fields are left out.
///
/// A folded line begins with `mark`, which no JSON has. `{"phrase":P,"source":"F:L","points":N,"span":[S,E],"text":T}` is in it:
///
/// - `opening`
/// - the number of P and F: eight bytes, the lowest first
/// - L, N, S and E − S: seven bits a byte, the lowest first, all bytes but the last with the eighth
/// - T as it was, without its quotes
/// - `closing`
///
/// All else is as it was, so that what is unfolded is the line to the byte, which its digest in the audit trail is of.
enum FoldedLine {
    static let mark: UInt8 = 1
    static let opening: UInt8 = 2
    static let closing: UInt8 = 3

    /// What stands between the values of evidence.
    enum Field {
        static let phrase: StaticString = "{\"phrase\":\""
        static let source: StaticString = "\",\"source\":\""
        static let points: StaticString = "\",\"points\":"
        static let span: StaticString = ",\"span\":["
        static let text: StaticString = "],\"text\":\""
        static let end: StaticString = "\"}"
    }

    /// A phrase and the file it is in, as the JSON has them between their quotes.
    struct Phrase: Equatable {
        let text: [UInt8]
        let file: [UInt8]
    }

    /// A kept line as it was, or nil where it is damaged.
    ///
    /// - Parameter phrase: What a number stands for.
    static func unfold(_ kept: UnsafeRawBufferPointer, _ phrase: (Int64) throws -> Phrase?) rethrows -> [UInt8]? {
        guard kept.first == mark else { return Array(kept) }
        var line: [UInt8] = []
        line.reserveCapacity(3 * kept.count)
        var place = 1
        while let start = kept[place...].firstIndex(of: opening) {
            line.append(contentsOf: kept[place..<start])
            place = start + 1
            guard place + 8 <= kept.count else { return nil }
            let number = Int64(littleEndian: kept.loadUnaligned(fromByteOffset: place, as: Int64.self))
            place += 8
            guard let phrase = try phrase(number), let row = number7(kept, &place), let points = number7(kept, &place),
                let first = number7(kept, &place), let length = number7(kept, &place),
                let end = kept[place...].firstIndex(of: closing)
            else { return nil }
            line.literal(Field.phrase)
            line += phrase.text
            line.literal(Field.source)
            line += phrase.file
            line += ":\(row)".utf8
            line.literal(Field.points)
            line += "\(points)".utf8
            line.literal(Field.span)
            line += "\(first),\(first + length)".utf8
            line.literal(Field.text)
            line.append(contentsOf: kept[place..<end])
            line.literal(Field.end)
            place = end + 1
        }
        line.append(contentsOf: kept[place...])
        return line
    }

    private static func number7(_ kept: UnsafeRawBufferPointer, _ place: inout Int) -> Int? {
        var (number, shift) = (0, 0)
        while place < kept.count, shift < 35 {
            let byte = kept[place]
            place += 1
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }
}

extension [UInt8] {
    fileprivate mutating func literal(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
