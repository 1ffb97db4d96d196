/// Check digits of bank numbers.
enum CheckDigits {
    /// Whether decimal digits, from left to right, have a right Luhn check digit (ISO/IEC 7812-1, annex B).
    static func isLuhnValid(_ digits: [Int]) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let doubled = place.isMultiple(of: 2) ? digit : digit * 2
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum.isMultiple(of: 10)
    }

    /// Whether capitals and digits leave 1 modulo 97 once their first four are moved to the end (ISO 13616, ISO 7064).
    static func isIBANValid(_ characters: [UInt8]) -> Bool {
        guard characters.count > 4 else { return false }
        var remainder = 0
        for character in characters[4...] + characters[..<4] {
            switch character {
            case 0x30...0x39: remainder = (remainder * 10 + Int(character - 0x30)) % 97
            case 0x41...0x5A: remainder = (remainder * 100 + Int(character - 0x41) + 10) % 97
            default: return false
            }
        }
        return remainder == 1
    }
}
