/// The letters of a word as bits, whatever their number and order: one bit for each value of a byte's lowest five bits.
enum LetterSet {
    static func of(_ word: some Sequence<UInt8>) -> UInt32 { word.reduce(0) { $0 | 1 << UInt32($1 & 31) } }
}
