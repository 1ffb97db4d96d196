/// Card numbers and IBAN, as customers type them: in groups or not, with words right before or more digits behind.
struct SecretNumbers {
    private let scalars: [Unicode.Scalar]
    private let symbols: [SecretSymbols.Symbol]

    /// Places to hide: all but the last four letters and digits of each number; separators between them stay visible.
    static func spans(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        SecretNumbers(scalars: scalars, symbols: SecretSymbols(scalars).symbols).spans
    }

    private var spans: [Range<Int>] {
        var spans: [Range<Int>] = []
        var start = 0
        while start < symbols.count {
            guard let count = iban(start) ?? card(start) ?? namedCard(start) else {
                start += 1
                continue
            }
            spans.append(symbols[start].place..<symbols[start + count - 5].place + 1)
            start += count
        }
        return spans
    }

    // MARK: Cards

    /// How many digits from `start` are a card's (ISO/IEC 7812): the longest run of 13 to 19 that ends where a group ends.
    ///
    /// Lists of amounts, dates and order numbers have commas, slashes and line ends between them too, and one of ten has a right
    /// check digit by chance: where there is more than one plain separator, groups must be as they are printed on cards.
    /// References have letters before or behind: where some touch the number, it must be as long as most cards'.
    private func card(_ start: Int) -> Int? {
        guard (0x32...0x36).contains(symbols[start].byte), !isGlued(start) || !symbols[start - 1].isDigit else { return nil }
        let run = run(start, most: 19) { symbols[$0].isDigit }
        var (digits, groups): ([Int], [Int]) = ([], [])
        var (found, isWide): (Int?, Bool) = (nil, false)
        for index in run {
            if index == start || symbols[index].gap != .none { groups.append(0) }
            groups[groups.count - 1] += 1
            isWide = isWide || index > start && symbols[index].gap == .wide
            digits.append(Int(symbols[index].byte) - 0x30)
            let isLast = !isGlued(index + 1) || !symbols[index + 1].isDigit
            guard digits.count >= 13, isLast, CheckDigits.isLuhnValid(digits) else { continue }
            let touchesLetters = isGlued(start) || isGlued(index + 1)
            if touchesLetters || isWide, !Self.isIssued(digits) { continue }
            if isWide, !Self.isPrinted(groups) { continue }
            found = digits.count
        }
        return found
    }

    /// How many digits from `start` are a card's because words say so: the longest run of 13 to 19 with plain separators that ends where
    /// a group ends, whatever its check digit.
    private func namedCard(_ start: Int) -> Int? {
        guard symbols[start].isDigit, !isGlued(start) || !symbols[start - 1].isDigit else { return nil }
        let run = run(start, most: 19) { symbols[$0].isDigit && ($0 == start || symbols[$0].gap <= .narrow) }
        let count = run.last { !isGlued($0 + 1) || !symbols[$0 + 1].isDigit }.map { $0 - start + 1 }
        guard let count, count >= 13, CardNaming.names(scalars, before: symbols[start].place) else { return nil }
        return count
    }

    /// Whether digits begin as those of the networks that issue cards of this length do.
    private static func isIssued(_ digits: [Int]) -> Bool {
        let four = digits[..<4].reduce(0) { $0 * 10 + $1 }
        return switch digits.count {
        case 14: four / 100 == 30 || four / 100 == 36 || four / 100 == 38 || four / 100 == 39
        case 15: four / 100 == 34 || four / 100 == 37
        case 16: four / 1000 == 4 || four / 100 == 35 || (2221...2720).contains(four) || (5000...5899).contains(four) || four / 1000 == 6
        case 19: four / 1000 == 4 || four / 100 == 35 || (5000...5899).contains(four) || four / 1000 == 6
        default: false
        }
    }

    /// Whether groups are as on cards: of four, the last one shorter or not, or 4 + 6 + 4 or 5.
    private static func isPrinted(_ groups: [Int]) -> Bool {
        if groups.count == 3, groups[0] == 4, groups[1] == 6 { return groups[2] == 4 || groups[2] == 5 }
        return groups.dropLast().allSatisfy { $0 == 4 } && groups.allSatisfy { $0 <= 4 }
    }

    // MARK: IBAN

    /// How many letters and digits from `start` are an IBAN (ISO 13616): as many as its country's have or, for other countries, the
    /// longest run of 15 to 34 that ends where a group ends. A word may stand right before: IBANFR76…
    private func iban(_ start: Int) -> Int? {
        guard start + 15 <= symbols.count, !symbols[start].isDigit, !isGlued(start) || !symbols[start - 1].isDigit,
            (1...3).allSatisfy({ isGlued(start + $0) }), !symbols[start + 1].isDigit, symbols[start + 2].isDigit,
            symbols[start + 3].isDigit
        else { return nil }
        let run = run(start, most: 34) { _ in true }
        let characters = run.map { symbols[$0].byte }
        let length = BankNumberScanner.lengths[String(decoding: characters.prefix(2), as: UTF8.self)]
        let counts = length.map { [$0] } ?? run.filter { !isGlued($0 + 1) }.map { $0 - start + 1 }
        return counts.last { $0 >= 15 && $0 <= characters.count && CheckDigits.isIBANValid(Array(characters[..<$0])) }
    }

    // MARK: Runs

    /// Indices of the symbols from `start` that `belong`, none far from the one before.
    private func run(_ start: Int, most: Int, _ belongs: (Int) -> Bool) -> Range<Int> {
        var end = start
        while end < symbols.count, end - start < most, belongs(end), end == start || symbols[end].gap < .apart { end += 1 }
        return start..<end
    }

    /// Whether nothing that is seen stands between a symbol and the one before it.
    private func isGlued(_ index: Int) -> Bool { symbols.indices.contains(index) && symbols[index].gap == .none }
}
