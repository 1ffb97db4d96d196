/// Finds card numbers and IBAN whose check digits are right, with or without spaces and hyphens.
enum BankNumberScanner {
    /// Lengths of the IBAN of the countries customers mostly bank in; others are tried as they stand.
    static let lengths: [String: Int] = [
        "FR": 27, "MC": 27, "BE": 16, "LU": 20, "CH": 21, "DE": 22, "AT": 20, "NL": 18, "IT": 27, "ES": 24, "PT": 25,
        "GB": 22,
        "IE": 22, "DK": 18, "SE": 24, "PL": 28, "NO": 15, "FI": 18, "GR": 27, "RO": 24,
    ]

    static func cards(in text: ProofText) -> [Range<Int>] {
        starts(in: text) { text.isDigit($0) }.compactMap { start in
            let (digits, end) = run(from: start, text) { text.isDigit($0) }
            let values = digits.compactMap {
                text.scalars[$0].properties.numericType == nil ? nil : Int(text.scalars[$0].value) - 0x30
            }
            guard (13...19).contains(values.count), isCardPrefix(values), CheckDigits.isLuhnValid(values) else {
                return nil
            }
            return start..<end
        }
    }

    /// Whether the first digits are those of a card network, for a length it issues.
    private static func isCardPrefix(_ digits: [Int]) -> Bool {
        let two = digits[0] * 10 + digits[1]
        switch digits[0] {
        case 4: return true
        case 5: return (50...58).contains(two)
        case 3: return [30, 34, 35, 36, 37, 38, 39].contains(two)
        case 2, 6: return digits.count >= 16
        default: return false
        }
    }

    static func ibans(in text: ProofText) -> [Range<Int>] {
        starts(in: text) { text.isLetter($0) && text.isLetter($0 + 1) && text.isDigit($0 + 2) && text.isDigit($0 + 3) }
            .compactMap { iban(from: $0, text) }
    }

    private static func iban(from start: Int, _ text: ProofText) -> Range<Int>? {
        let (places, _) = run(from: start, text) { (text.isLetter($0) || text.isDigit($0)) && text.scalars[$0].isASCII }
        let characters = places.map { place in
            let value = UInt8(truncatingIfNeeded: text.scalars[place].value)
            return value >= 0x61 ? value - 0x20 : value
        }
        guard places.count >= 15 else { return nil }
        let country = String(decoding: characters[..<2], as: UTF8.self)
        let length = lengths[country] ?? min(places.count, 34)
        guard places.count >= length, CheckDigits.isIBANValid(Array(characters[..<length])) else { return nil }
        return start..<places[length - 1] + 1
    }

    /// Places where a run of characters can start: nothing of its kind stands right before.
    private static func starts(in text: ProofText, _ begins: (Int) -> Bool) -> [Int] {
        text.scalars.indices.filter { begins($0) && !text.isLetter($0 - 1) && !text.isDigit($0 - 1) }
    }

    /// The characters that belong to a number from `start`, single separators between them, and the end of the last.
    private static func run(from start: Int, _ text: ProofText, _ belongs: (Int) -> Bool) -> (places: [Int], end: Int) {
        var places: [Int] = []
        var offset = start
        while offset < text.scalars.count, places.count < 40 {
            if belongs(offset) {
                places.append(offset)
            } else if !(text.isSpace(offset) || text[offset] == "-") || offset + 1 >= text.scalars.count
                || !belongs(offset + 1)
            {
                break
            }
            offset += 1
        }
        return (places, (places.last ?? start) + 1)
    }
}
