/// Finds postal addresses: a number, a kind of street and its name, in French order and in English order.
enum PostalAddressScanner {
    /// Kinds of street that are nothing else behind a number.
    private static let streets: Set<String> = [
        "rue", "avenue", "av", "boulevard", "bd", "impasse", "allee", "chemin", "quai", "faubourg",
    ]
    /// Those that are words of every day as well: a capital must follow, as in « 3 place de la République ».
    private static let ambiguous: Set<String> = [
        "place", "route", "cours", "square", "passage", "residence", "lotissement",
    ]
    private static let repeats: Set<String> = ["bis", "ter", "quater"]
    private static let english: Set<String> = [
        "street", "road", "lane", "drive", "close", "crescent", "terrace", "avenue", "st", "rd", "ave",
    ]

    static func addresses(in text: ProofText) -> [Range<Int>] {
        text.words.indices.compactMap { index in
            guard text.words[index].kind == .number, text.words[index].range.count <= 4 else { return nil }
            return french(text, index) ?? english(text, index)
        }
    }

    private static func french(_ text: ProofText, _ index: Int) -> Range<Int>? {
        var at = index + 1
        if let word = text.word(at), repeats.contains(word.folded) { at += 1 }
        guard let kind = text.word(at), kind.before == .spaces || isComma(text, at) else { return nil }
        let name = (at + 1..<at + 5).prefix { text.continuation($0) != nil }
        guard let last = name.last else { return nil }
        let capital = name.last { text.words[$0].isCapitalised }
        if streets.contains(kind.folded) { return text.span(index..<(capital ?? last) + 1) }
        guard ambiguous.contains(kind.folded), let capital else { return nil }
        return text.span(index..<capital + 1)
    }

    private static func isComma(_ text: ProofText, _ index: Int) -> Bool {
        guard let word = text.word(index), let before = text.word(index - 1) else { return false }
        return text[before.range.upperBound] == ","
            && text.gap(at: before.range.upperBound + 1).upperBound == word.range.lowerBound
    }

    private static func english(_ text: ProofText, _ index: Int) -> Range<Int>? {
        guard text.continuation(index + 1)?.isCapitalised == true else { return nil }
        let kind = (index + 2..<index + 5).first { place in
            text.continuation(place).map { $0.isCapitalised && english.contains($0.folded) } ?? false
        }
        guard let kind, (index + 1...kind).allSatisfy({ text.continuation($0)?.isCapitalised == true }) else {
            return nil
        }
        return text.span(index..<kind + 1)
    }
}
