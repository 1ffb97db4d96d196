/// Sums of money in French and English writing, as `1234.56 EUR`.
enum Amount {
    static func find(_ text: EntityText, at start: Int, _ language: Language) -> (start: Int, end: Int, value: String)? {
        guard !text.isAlphanumeric(start - 1), text.byte(start - 1) != UInt8(ascii: ","), text.byte(start - 1) != UInt8(ascii: ".") else {
            return nil
        }
        guard let (units, cents, end) = decimal(text, at: start, language) else { return nil }
        if let sign = signBefore(text, start) {
            return text.isAlphanumeric(end) ? nil : (sign.start, end, value(units, cents, sign.code))
        }
        let unit = text.skipSpaces(end)
        guard let (code, unitEnd) = currency(text, at: unit) else { return nil }
        // « 12€50 », « 12 € 50 »
        let after = text.byte(unitEnd) == UInt8(ascii: " ") ? unitEnd + 1 : unitEnd
        if cents == nil, text.digitsEnd(from: after) == after + 2, !text.isAlphanumeric(after + 2), after == unitEnd || code == "EUR",
            !(text.byte(after + 2) == UInt8(ascii: ".") || text.byte(after + 2) == UInt8(ascii: ":")) || !text.isDigit(after + 3)
        {
            return (start, after + 2, value(units, text.number(after..<after + 2), code))
        }
        return (start, unitEnd, value(units, cents, code))
    }

    private static func value(_ units: Int, _ cents: Int?, _ code: String) -> String {
        "\(units).\(CivilDate.padded(cents ?? 0, 2)) \(code)"
    }

    private static func signBefore(_ text: EntityText, _ start: Int) -> (start: Int, code: String)? {
        let at = text.byte(start - 1) == UInt8(ascii: " ") ? start - 2 : start - 1
        guard let code = text.currencySign(at: at), !text.isDigit(at - 1) else { return nil }
        return (at, code)
    }

    /// Whole units and cents. The last separator followed by one or two digits is the decimal mark; groups of three
    /// are thousands, except that « 1.234 » is a decimal in neither language and reads as thousands.
    private static func decimal(_ text: EntityText, at start: Int, _ language: Language) -> (units: Int, cents: Int?, end: Int)? {
        var end = text.digitsEnd(from: start)
        guard end > start, end - start <= 9 else { return nil }
        var units = text.number(start..<end)
        if end - start <= 3 {
            while isThousandsSeparator(text.byte(end)), text.digitsEnd(from: end + 1) == end + 4, units < 1_000_000 {
                units = units * 1000 + text.number(end + 1..<end + 4)
                end += 4
            }
        }
        let mark = text.byte(end)
        guard mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") else { return (units, nil, end) }
        let fractionEnd = text.digitsEnd(from: end + 1)
        switch fractionEnd - end - 1 {
        case 1: return (units, text.number(end + 1..<fractionEnd) * 10, fractionEnd)
        case 2: return (units, text.number(end + 1..<fractionEnd), fractionEnd)
        case 0: return (units, nil, end)
        default: return nil
        }
    }

    private static func isThousandsSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "'")
    }

    private static func currency(_ text: EntityText, at index: Int) -> (value: String, end: Int)? {
        if let code = text.currencySign(at: index) { return (code, index + 1) }
        return currencies.find(text, at: index) { !text.isLetter($0) }
    }

    private static let currencies = WordList<String>([
        ("euros", "EUR"), ("euro", "EUR"), ("eur", "EUR"), ("balles", "EUR"), ("dollars", "USD"), ("dollar", "USD"), ("usd", "USD"),
        ("pounds", "GBP"), ("pound", "GBP"), ("quid", "GBP"), ("gbp", "GBP"), ("chf", "CHF"), ("francs", "CHF"),
    ])
}
