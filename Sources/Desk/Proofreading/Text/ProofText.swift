import IntentEngine

/// A text prepared once for all rules: its scalars, addresses, words, lines, sentences and numbers.
///
/// All offsets count Unicode scalars. Opaque outside the module: rules are the proofreader's own.
public struct ProofText: Sendable, ScalarReading {
    let language: Language
    let scalars: [Unicode.Scalar]
    let kinds: [ScalarKind]
    let addresses: [ProofAddress]
    let words: [ProofWord]
    let lines: [ProofLine]
    let sentences: [ProofSentence]
    let numbers: [ProofNumber]
    private let isInAddress: [Bool]
    /// The sentence of each word.
    private let sentenceOfWord: [Int]

    init(_ text: String, _ language: Language) {
        let row = ScalarRow(text)
        self.language = language
        scalars = row.scalars
        kinds = row.kinds
        addresses = AddressScanner(row).addresses()
        var mask = [Bool](repeating: false, count: scalars.count)
        for address in addresses {
            for offset in address.range { mask[offset] = true }
        }
        isInAddress = mask
        words = WordScanner(row, isInAddress: mask, language: language).words()
        lines = LineScanner(row, words: words).lines()
        sentences = SentenceScanner(row, words: words, isInAddress: mask).sentences(of: lines)
        numbers = NumberScanner(row, isInAddress: mask).numbers()
        var places = [Int](repeating: 0, count: words.count)
        for (index, sentence) in sentences.enumerated() {
            for word in sentence.words { places[word] = index }
        }
        sentenceOfWord = places
    }

    func isAddress(_ offset: Int) -> Bool { isInAddress.indices.contains(offset) && isInAddress[offset] }

    /// The sentence the word at `index` belongs to; nil outside the text.
    func sentence(ofWord index: Int) -> ProofSentence? {
        guard sentenceOfWord.indices.contains(index), sentences.indices.contains(sentenceOfWord[index]) else {
            return nil
        }
        return sentences[sentenceOfWord[index]]
    }

    /// The word at `index`; nil outside the text.
    func word(_ index: Int) -> ProofWord? { words.indices.contains(index) ? words[index] : nil }

    /// The word at `index` when it is read on in one breath with the one before it.
    func continuation(_ index: Int) -> ProofWord? {
        guard let word = word(index), word.before.continuesPhrase else { return nil }
        return word
    }

    func isSentenceStart(_ index: Int) -> Bool { sentence(ofWord: index)?.words.lowerBound == index }

    /// The characters from the first of `words` to the last.
    func span(_ words: Range<Int>) -> Range<Int> {
        guard let first = word(words.lowerBound), let last = word(words.upperBound - 1) else { return 0..<0 }
        return first.range.lowerBound..<last.range.upperBound
    }
}
