/// Faces typed with punctuation, such as `:-)`, which rules of typography must not take for colons.
enum EmoticonScanner {
    /// The emoticon that starts at `offset`; nil when what stands there is plain punctuation.
    static func emoticon(in row: some ScalarReading, at offset: Int) -> Range<Int>? {
        guard row.isOne(of: ":;=", offset), offset == 0 || row.isSpace(offset - 1) || row.isLineEdge(offset - 1) else {
            return nil
        }
        var mouth = offset + 1
        if row.isOne(of: "-^o", mouth) || row.isApostrophe(mouth) { mouth += 1 }
        guard row.isOne(of: ")(DPp|/\\*O3]", mouth), !row.isLetter(mouth + 1), !row.isDigit(mouth + 1) else {
            return nil
        }
        return offset..<mouth + 1
    }
}
