internal import GRDB

/// Reads lines as they were before they were kept; a phrase is read once for all of them.
final class LineReader {
    private let db: Database
    private var phrases: [Int64: FoldedLine.Phrase] = [:]

    init(_ db: Database) { self.db = db }

    /// The line in a column; nil where there is none.
    ///
    /// - Throws: `DamagedLine` where it names a phrase that is not there, or ends in the midst of one.
    func line(_ query: borrowing Query, _ column: Int32) throws -> [UInt8]? {
        if query.isNull(column) { return nil }
        guard let line = try query.withBytes(column, { try FoldedLine.unfold($0, phrase) }) else { throw DamagedLine() }
        return line
    }

    private func phrase(_ number: Int64) throws -> FoldedLine.Phrase? {
        if let known = phrases[number] { return known }
        let phrase = try QuotedPhraseRecord.find(number, db)
        phrases[number] = phrase
        return phrase
    }
}

/// A message's decision cannot be read any more.
struct DamagedLine: Error {}
