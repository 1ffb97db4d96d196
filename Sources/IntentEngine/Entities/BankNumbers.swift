/// International bank account numbers, checked by mod 97 (ISO 13616).
enum IBAN {
    /// An IBAN that starts at `start`: two letters, two digits, 11 to 30 letters and digits in groups.
    static func find(_ text: EntityText, at start: Int) -> (end: Int, value: String)? {
        guard text.isLetter(start), text.isLetter(start + 1), text.isDigit(start + 2), text.isDigit(start + 3) else { return nil }
        var characters: [UInt8] = []
        var ends: [(count: Int, end: Int)] = []
        var index = start
        while characters.count < 34 {
            if text.isDigit(index) || text.isLetter(index) {
                characters.append(text.flat[index])
                index += 1
                if !text.isAlphanumeric(index) { ends.append((characters.count, index)) }
            } else if text.byte(index) == UInt8(ascii: " ") || text.byte(index) == UInt8(ascii: "-"), text.isAlphanumeric(index + 1) {
                index += 1
            } else {
                break
            }
        }
        // The words that follow may look like further groups: the longest prefix with a right check sum is meant.
        for (count, end) in ends.reversed() where count >= 15 {
            let candidate = characters.prefix(count)
            if isValid(candidate) { return (end, String(decoding: candidate, as: UTF8.self).uppercased()) }
        }
        return nil
    }

    static func isValid(_ characters: ArraySlice<UInt8>) -> Bool {
        guard characters.count >= 15 else { return false }
        var remainder = 0
        for byte in characters.dropFirst(4) + characters.prefix(4) {
            if byte &- UInt8(ascii: "0") < 10 {
                remainder = (remainder * 10 + Int(byte - UInt8(ascii: "0"))) % 97
            } else {
                remainder = (remainder * 100 + Int((byte | 0x20) - UInt8(ascii: "a")) + 10) % 97
            }
        }
        return remainder == 1
    }
}

/// Payment card numbers: 13 to 19 digits with a right Luhn sum (ISO/IEC 7812-1).
enum CardNumber {
    /// The value keeps the last four digits only: a card number is never written on.
    static func find(_ text: EntityText, at start: Int) -> (end: Int, value: String)? {
        let separators = [UInt8(ascii: " "), UInt8(ascii: "-")]
        let (digits, end) = text.groupedDigits(from: start, separators: separators, most: 19)
        guard digits.count >= 13, !text.isAlphanumeric(end), isValid(digits), digits[0] != UInt8(ascii: "0") else { return nil }
        return (end, "•••• " + String(decoding: digits.suffix(4), as: UTF8.self))
    }

    static func isValid(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = Int(digit - UInt8(ascii: "0"))
            sum += place % 2 == 0 ? value : (value * 2 > 9 ? value * 2 - 9 : value * 2)
        }
        return sum % 10 == 0
    }
}
