internal import GRDB

/// Phrases that decisions quote, by a number that is made of their bytes.
enum QuotedPhraseRecord {
    /// A number for a phrase and its file: equal for equal bytes, and for others by chance alone.
    static func number(_ phrase: UnsafeRawBufferPointer, _ file: UnsafeRawBufferPointer) -> Int64 {
        Int64(bitPattern: hash(file, after: hash(phrase, after: 0)))
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer, after start: UInt64) -> UInt64 {
        var (hash, place) = (start, 0)
        while place + 8 <= bytes.count {
            hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
            place += 8
        }
        var rest = UInt64(bytes.count) << 56
        var shift: UInt64 = 0
        while place < bytes.count {
            rest ^= UInt64(bytes[place]) << shift
            (place, shift) = (place + 1, shift + 8)
        }
        return mixed(hash, rest)
    }

    /// Multiplied by the odd number next to 2⁶⁴ over the golden ratio, both halves of the product taken together.
    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    /// Sees to it that a phrase is kept under its number; false where another phrase is.
    static func keep(
        _ number: Int64, _ phrase: UnsafeRawBufferPointer, _ file: UnsafeRawBufferPointer, _ db: Database
    ) throws -> Bool {
        if let kept = try find(number, db) { return phrase.elementsEqual(kept.text) && file.elementsEqual(kept.file) }
        var query = try Query(db, "INSERT INTO quoted_phrases (id, phrase, file) VALUES (?, ?, ?)")
        query.bind(number)
        query.bind(String(decoding: phrase, as: UTF8.self))
        query.bind(String(decoding: file, as: UTF8.self))
        try query.run()
        return true
    }

    static func find(_ number: Int64, _ db: Database) throws -> FoldedLine.Phrase? {
        var query = try Query(db, "SELECT phrase, file FROM quoted_phrases WHERE id = ?")
        query.bind(number)
        return try query.next() ? FoldedLine.Phrase(text: query.bytes(0), file: query.bytes(1)) : nil
    }
}
