/// Cuts lines into sentences.
struct SentenceScanner {
    private let row: ScalarRow
    private let words: [ProofWord]
    private let isInAddress: [Bool]
    /// What a full stop shortens rather than ends.
    private static let abbreviations: Set<String> = [
        "mm", "mme", "mlle", "mr", "mrs", "ms", "dr", "me", "pr", "st", "ste", "cf", "ex", "art", "tel", "av", "bd",
        "env", "min", "max", "no", "ref", "approx", "vs",
    ]

    init(_ row: ScalarRow, words: [ProofWord], isInAddress: [Bool]) {
        self.row = row
        self.words = words
        self.isInAddress = isInAddress
    }

    func sentences(of lines: [ProofLine]) -> [ProofSentence] {
        var sentences: [ProofSentence] = []
        for line in lines where line.role != .blank { cut(line, into: &sentences) }
        return sentences
    }

    private func cut(_ line: ProofLine, into sentences: inout [ProofSentence]) {
        var start = line.range.lowerBound
        var word = line.words.lowerBound
        func close(at end: Int, _ stop: Unicode.Scalar?) {
            let first = word
            while word < line.words.upperBound, words[word].range.lowerBound < end { word += 1 }
            var role = line.role
            // « … dans la journée. – Camille, Maison Exemple »
            let isDashed = row.isOne(of: "–—", start) || row[start] == "-" && row.isSpace(start + 1)
            if role == .body, stop == nil, start > line.range.lowerBound, isDashed {
                role = .signature
            }
            sentences.append(ProofSentence(range: start..<end, words: first..<word, stop: stop, role: role))
            start = row.gap(at: end).upperBound
        }
        var offset = start
        while offset < line.range.upperBound {
            guard line.role == .body || line.role == .item, row.isOne(of: ".!?…", offset), !isInAddress[offset] else {
                offset += 1
                continue
            }
            let end = closeEnd(from: offset, within: line.range.upperBound)
            if ends(offset, end, line.range.upperBound) { close(at: end, row[offset]) }
            offset = end
        }
        if start < line.range.upperBound {
            let last = row[line.range.upperBound - 1]
            close(at: line.range.upperBound, last.flatMap { ".!?…".unicodeScalars.contains($0) ? $0 : nil })
        }
    }

    /// The end of a run of stops and of the quotes and brackets that close behind it.
    private func closeEnd(from offset: Int, within limit: Int) -> Int {
        var end = offset
        while end < limit, row.isOne(of: ".!?…", end) { end += 1 }
        while end < limit {
            let gap = row.gap(at: end)
            if row.isOne(of: ")]”\"", end) {
                end += 1
            } else if gap.upperBound < limit, row[gap.upperBound] == "»" {
                end = gap.upperBound + 1
            } else {
                break
            }
        }
        return end
    }

    private func ends(_ offset: Int, _ end: Int, _ limit: Int) -> Bool {
        let next = row.gap(at: end).upperBound
        guard next < limit else { return true }
        guard next > end else { return false }
        let isNextLower = row[next]?.isSmall ?? false
        let stopsEnd = (offset..<end).last { row.isOne(of: ".!?…", $0) }.map { $0 + 1 } ?? offset
        if isNextLower, stopsEnd < end || row[offset] == "…" || stopsEnd - offset > 1 { return false }
        guard row[offset] == ".", stopsEnd - offset == 1 else { return true }
        // A full stop among the digits of a list number, or after an abbreviation, ends nothing.
        guard let word = words.last(where: { $0.range.upperBound <= offset }), word.range.upperBound == offset else {
            return true
        }
        if word.folded == "etc" { return !isNextLower }
        if word.kind == .letters, word.range.count == 1, !isEndOfReference(word.range.lowerBound) {
            return !word.isCapitalised && word.folded != "p"
        }
        return !Self.abbreviations.contains(word.folded)
    }

    /// The last letter of « 30219-B » or “QK7F2P” is no initial.
    private func isEndOfReference(_ letter: Int) -> Bool {
        guard letter > 0, let before = row[letter - 1] else { return false }
        return before == "-" || ("0"..."9").contains(before)
    }
}
