/// Phrases looked for together, each with what it means to its rule.
struct PhraseTable<Payload: Sendable>: Sendable {
    struct Match {
        /// Indices of the words that read as the phrase.
        let words: Range<Int>
        let payload: Payload
    }

    private let entries: [(pattern: PhrasePattern, payload: Payload)]
    /// Entries by a word they can start with.
    private let byWord: [String: [Int]]
    /// Entries by what their first word can start with.
    private let byPrefix: [(prefix: String, entry: Int)]

    /// By the first byte of a word, a bit for each length of those that a phrase can start with; the last for all beyond.
    private let lengths: [UInt32]

    /// Patterns must not start with an optional word.
    init(_ sources: [(phrase: String, payload: Payload)]) {
        entries = sources.map { (PhrasePattern($0.phrase), $0.payload) }
        var byWord: [String: [Int]] = [:]
        var byPrefix: [(String, Int)] = []
        var lengths = [UInt32](repeating: 0, count: 256)
        for (index, entry) in entries.enumerated() {
            guard let first = entry.pattern.slots.first else { continue }
            for word in first.words {
                byWord[word, default: []].append(index)
                Self.add(word, isWhole: true, to: &lengths)
            }
            for prefix in first.prefixes {
                byPrefix.append((prefix, index))
                Self.add(prefix, isWhole: false, to: &lengths)
            }
        }
        self.byWord = byWord
        self.byPrefix = byPrefix
        self.lengths = lengths
    }

    private static func add(_ start: String, isWhole: Bool, to lengths: inout [UInt32]) {
        // Letters beyond ASCII are the same in several spellings: those of any word then.
        guard let first = start.utf8.first, start.utf8.allSatisfy({ $0 < 0x80 }) else {
            return lengths = [UInt32](repeating: .max, count: 256)
        }
        lengths[Int(first)] |= isWhole ? bit(start) : ~(bit(start) - 1)
    }

    private static func bit(_ word: String) -> UInt32 { 1 << min(UInt32(word.utf8.count), 31) }

    /// The phrases `text` holds: the longest that starts at each word, the first of the table among equals.
    func matches(in text: ProofText) -> [Match] {
        text.words.indices.compactMap { match(in: text, at: $0) }
    }

    /// The longest phrase that starts at the word at `index`.
    func match(in text: ProofText, at index: Int) -> Match? {
        guard text.words.indices.contains(index) else { return nil }
        let word = text.words[index].folded
        guard let first = word.utf8.first, lengths[Int(first)] & Self.bit(word) != 0 else { return nil }
        var candidates = byWord[word] ?? []
        for (prefix, entry) in byPrefix where word.hasPrefix(prefix) { candidates.append(entry) }
        var best: (end: Int, entry: Int)?
        for entry in candidates.sorted() {
            guard let end = entries[entry].pattern.end(in: text.words, at: index), end > best?.end ?? index else {
                continue
            }
            best = (end, entry)
        }
        return best.map { Match(words: index..<$0.end, payload: entries[$0.entry].payload) }
    }
}

extension PhraseTable where Payload == String {
    /// A table of phrases and what to write instead.
    init(_ remedies: KeyValuePairs<String, String>) { self.init(remedies.map { ($0.key, $0.value) }) }
}

extension PhraseTable where Payload == Bool {
    /// A table of phrases that mean nothing but that they are there.
    init(phrases: [String]) { self.init(phrases.map { ($0, true) }) }

    /// Whether one of the phrases stands around the words of `range`.
    func covers(_ range: Range<Int>, in text: ProofText) -> Bool {
        // A phrase that starts far before cannot reach: the longest of them has a dozen words.
        (max(0, range.lowerBound - 12)...range.lowerBound).contains { start in
            match(in: text, at: start).map { $0.words.upperBound >= range.upperBound } ?? false
        }
    }
}
