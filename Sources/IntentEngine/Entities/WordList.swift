/// Words that recognisers of entities look for, by their first letter: most texts read none of those of a letter.
struct WordList<Value: Sendable>: Sendable {
    private let words: [(word: StaticString, value: Value)]
    /// By first letter, where in `words` its words stand, in the order they were given.
    private let groups: [Range<Int>]

    init(_ words: [(StaticString, Value)]) {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let grouped = letters.map { letter in words.filter { $0.0.utf8Start[0] == letter } }
        self.words = grouped.flatMap { group in group.map { (word: $0.0, value: $0.1) } }
        var end = 0
        groups = grouped.map { group in
            defer { end += group.count }
            return end..<end + group.count
        }
    }

    /// The first of the words that the text reads at `index`, with its end, which `fits` judges by what follows.
    @inline(__always)
    func find(_ text: EntityText, at index: Int, where fits: (_ end: Int) -> Bool) -> (value: Value, end: Int)? {
        guard text.isLetter(index) else { return nil }
        for at in groups[Int(text.byte(index) - UInt8(ascii: "a"))] where text.reads(words[at].word, at: index) {
            let end = index + words[at].word.utf8CodeUnitCount
            if fits(end) { return (words[at].value, end) }
        }
        return nil
    }
}
