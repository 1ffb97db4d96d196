import IntentEngine

/// Cuts a text into words; addresses have none.
struct WordScanner {
    private let row: ScalarRow
    private let isInAddress: [Bool]
    private let language: Language
    /// What loses its last vowel before another in French.
    static let elisions: Set<String> = [
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    ]

    init(_ row: ScalarRow, isInAddress: [Bool], language: Language) {
        self.row = row
        self.isInAddress = isInAddress
        self.language = language
    }

    func words() -> [ProofWord] {
        var words: [ProofWord] = []
        var offset = 0
        while offset < row.scalars.count {
            guard !isInAddress[offset], let end = wordEnd(from: offset), end > offset else {
                offset += 1
                continue
            }
            words.append(word(offset..<end, after: words.last))
            offset = end
        }
        return words
    }

    private func wordEnd(from offset: Int) -> Int? {
        switch row.kinds[offset] {
        case .digit: row.digitsEnd(from: offset)
        case .letter: lettersEnd(from: offset)
        default: row.scalars[offset] == "%" ? offset + 1 : nil
        }
    }

    private func lettersEnd(from offset: Int) -> Int {
        var end = runEnd(from: offset)
        if row[end] == "°" || row[end - 1] == "º", end - offset <= 2, row.reads("n", offset) {
            return row[end] == "°" ? end + 1 : end
        }
        while end < row.scalars.count, !isInAddress[end], row.isApostrophe(end) {
            if language == .french, Self.elisions.contains(LetterFold.fold(row, offset..<end)) { return end + 1 }
            // Only the apostrophes people write inside words, lest a closing quotation mark join two of them.
            guard row.isLetter(end + 1), !isInAddress[end + 1] else { return end }
            end = runEnd(from: end + 1)
        }
        return end
    }

    private func runEnd(from offset: Int) -> Int {
        var end = offset
        while row.isLetter(end) || end > offset && row.kind(end) == .mark, !isInAddress[end] { end += 1 }
        return end
    }

    private func word(_ range: Range<Int>, after previous: ProofWord?) -> ProofWord {
        let kind: ProofWord.Kind
        switch row.kinds[range.lowerBound] {
        case .digit: kind = .number
        case .letter: kind = .letters
        default: kind = .sign
        }
        var letters = 0
        var capitals = 0
        var isCapitalised = false
        for offset in range where row.kinds[offset] == .letter {
            let isCapital = row.scalars[offset].isCapital
            if letters == 0 { isCapitalised = isCapital }
            letters += 1
            if isCapital { capitals += 1 }
        }
        let (lower, folded) = LetterFold.forms(row, range)
        return ProofWord(
            kind: kind, range: range, lower: lower, folded: folded,
            before: joint(before: range.lowerBound, after: previous), isCapitalised: isCapitalised,
            isAllCapitals: letters >= 2 && capitals == letters)
    }

    private func joint(before offset: Int, after previous: ProofWord?) -> ProofWord.Joint {
        guard let previous else { return .lineStart }
        let between = previous.range.upperBound..<offset
        if between.isEmpty { return previous.isElided ? .apostrophe : .direct }
        if between.contains(where: { row.kinds[$0] == .lineBreak }) { return .lineStart }
        if between.allSatisfy({ row.kinds[$0] == .space && !isInAddress[$0] }) { return .spaces }
        let isHyphen = row[offset - 1] == "-" || row[offset - 1] == "\u{2011}" || row[offset - 1] == "\u{2010}"
        return between.count == 1 && isHyphen ? .hyphen : .other
    }
}
