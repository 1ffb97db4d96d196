/// Finds telephone numbers: French ones with or without a country code, and international ones behind a plus sign.
enum PhoneScanner {
    struct Phone {
        let range: Range<Int>
        /// `+33` or `0033`; nil for a number that starts with its 0.
        let prefix: String?
        /// The digits behind the prefix, as they are dialled.
        let national: String
        /// Whether something parts its digits.
        let isGrouped: Bool
        let isFrench: Bool
    }

    static func phones(in text: ProofText) -> [Phone] {
        var phones: [Phone] = []
        var offset = 0
        while offset < text.scalars.count {
            if !text.isAddress(offset), isStart(offset, text),
                let phone = french(at: offset, text) ?? foreign(at: offset, text)
            {
                phones.append(phone)
                offset = phone.range.upperBound
            } else {
                offset += 1
            }
        }
        return phones
    }

    private static func isStart(_ offset: Int, _ text: ProofText) -> Bool {
        guard text.isDigit(offset) || text[offset] == "+", !text.isLetter(offset - 1), !text.isDigit(offset - 1) else {
            return false
        }
        if text[offset] == "+" { return true }
        // Digits that go on from others are part of a longer number.
        return !(isSeparator(offset - 1, text) && text.isDigit(offset - 2)) && !text.isOne(of: "+/,", offset - 1)
    }

    private static func isSeparator(_ offset: Int, _ text: ProofText) -> Bool {
        text.isSpace(offset) || text.isOne(of: ".-\u{2011}", offset)
    }

    private static func french(at start: Int, _ text: ProofText) -> Phone? {
        var offset = start
        var prefix: String?
        var isGrouped = false
        func skipSeparator() {
            guard isSeparator(offset, text) else { return }
            offset += 1
            isGrouped = true
        }
        for code in ["+33", "0033"] where text.string(start..<min(start + code.count, text.scalars.count)) == code {
            prefix = code
            offset = start + code.count
            skipSeparator()
            if text.reads("(0)", offset) {
                offset += 3
                skipSeparator()
            }
        }
        var digits = ""
        func take() -> Bool {
            guard text.isDigit(offset), let digit = text[offset] else { return false }
            digits.unicodeScalars.append(digit)
            offset += 1
            return true
        }
        if prefix == nil {
            guard text[offset] == "0", take() else { return nil }
        }
        guard text[offset] != "0", take() else { return nil }
        for _ in 0..<4 {
            skipSeparator()
            guard take(), take() else { return nil }
        }
        guard isEnd(offset, text) else { return nil }
        return Phone(range: start..<offset, prefix: prefix, national: digits, isGrouped: isGrouped, isFrench: true)
    }

    private static func isEnd(_ offset: Int, _ text: ProofText) -> Bool {
        if text.isDigit(offset) || text.isLetter(offset) { return false }
        return !(isSeparator(offset, text) && text.isDigit(offset + 1))
    }

    /// A plus sign and 8 to 15 digits.
    private static func foreign(at start: Int, _ text: ProofText) -> Phone? {
        guard text[start] == "+" else { return nil }
        var offset = start + 1
        var digits = ""
        var end = start
        while let scalar = text[offset] {
            if text.isDigit(offset) {
                digits.unicodeScalars.append(scalar)
                end = offset + 1
            } else if !(isSeparator(offset, text) || text.isOne(of: "()", offset)) {
                break
            }
            offset += 1
        }
        guard (8...15).contains(digits.count) else { return nil }
        return Phone(range: start..<end, prefix: nil, national: digits, isGrouped: true, isFrench: false)
    }
}
