/// What words that no rule knows were last read as: finding the word somebody meant costs far more than all else about a
/// word, and the same slips come again and again.
///
/// A word has one place, where it drives the one before out, so that memory is bounded; the word itself is compared, so
/// that what is remembered changes nothing.
struct UnknownWords: Sendable {
    /// What stands for a word.
    struct Reading: Sendable {
        /// `Unit.unknown` when nothing does.
        var first = Unit.unknown
        /// A second word, or `Unit.unknown` for none.
        var second = Unit.unknown
        /// Whether the last of them was found by correcting a misspelling.
        var isCorrected = false
    }

    private struct Row: Sendable {
        var word: SIMD4<UInt64> = .zero
        var reading = Reading()
    }

    private var rows: [Row] = []
    private static let count = 1024
    private static let longest = 24

    /// What `word` was read as, unless it never was or has been driven out.
    func reading(of word: UnsafeBufferPointer<UInt8>, side: Int) -> Reading? {
        guard word.count <= Self.longest, !rows.isEmpty else { return nil }
        let row = rows[Self.place(word)]
        return row.word == Self.key(word, side) ? row.reading : nil
    }

    mutating func keep(_ reading: Reading, for word: UnsafeBufferPointer<UInt8>, side: Int) {
        guard word.count <= Self.longest else { return }
        if rows.isEmpty { rows = [Row](repeating: Row(), count: Self.count) }
        rows[Self.place(word)] = Row(word: Self.key(word, side), reading: reading)
    }

    private static func place(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        Int(truncatingIfNeeded: FormIndex.hash(word)) & (count - 1)
    }

    /// The word's bytes, its length and the language: never zero.
    private static func key(_ word: UnsafeBufferPointer<UInt8>, _ side: Int) -> SIMD4<UInt64> {
        var key = SIMD4<UInt64>(0, 0, 0, UInt64(word.count << 1 | side))
        for (at, byte) in word.enumerated() { key[at >> 3] |= UInt64(byte) << UInt64((at & 7) * 8) }
        return key
    }
}
