/// Card numbers and IBAN, as customers type them: in groups or not, with more digits behind.
enum SecretNumbers {
    /// Places to hide: all but the last four characters of each number; separators stay visible.
    static func spans(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var place = 0
        while place < scalars.count {
            let startsRun = isAlphanumeric(scalars, place) && !isAlphanumeric(scalars, place - 1)
            guard startsRun, let number = iban(scalars, place) ?? card(scalars, place) else {
                place += 1
                continue
            }
            spans.append(number[0]..<number[number.count - 5] + 1)
            place = number[number.count - 1] + 1
        }
        return spans
    }

    /// The longest run of 13 to 19 digits from `start`, ending where a group ends, that is a card's (ISO/IEC 7812).
    private static func card(_ scalars: [Unicode.Scalar], _ start: Int) -> [Int]? {
        let run = run(scalars, start, most: 19) { isDigit(scalars, $0) }
        return run.ends.last { count in
            guard count >= 13 else { return false }
            let digits = run.places[..<count].map { Int(scalars[$0].value) - 0x30 }
            return [2, 3, 4, 5, 6].contains(digits[0]) && CheckDigits.isLuhnValid(digits)
        }.map { Array(run.places[..<$0]) }
    }

    /// The IBAN from `start` (ISO 13616): as long as its country's are, or, for other countries, the longest of 15 to 34 letters
    /// and digits that ends where a group ends.
    private static func iban(_ scalars: [Unicode.Scalar], _ start: Int) -> [Int]? {
        guard isLetter(scalars, start), isLetter(scalars, start + 1), isDigit(scalars, start + 2), isDigit(scalars, start + 3) else {
            return nil
        }
        let run = run(scalars, start, most: 34) { isAlphanumeric(scalars, $0) }
        let characters = run.places.map { place in
            let byte = UInt8(truncatingIfNeeded: scalars[place].value)
            return byte >= 0x61 ? byte - 0x20 : byte
        }
        let country = String(decoding: characters.prefix(2), as: UTF8.self)
        let counts = BankNumberScanner.lengths[country].map { [$0] } ?? run.ends
        return counts.last { $0 >= 15 && $0 <= characters.count && CheckDigits.isIBANValid(Array(characters[..<$0])) }
            .map { Array(run.places[..<$0]) }
    }

    /// Places of a number's characters from `start`, with single separators between them, and the counts at which a group ends.
    private static func run(_ scalars: [Unicode.Scalar], _ start: Int, most: Int, _ belongs: (Int) -> Bool) -> (places: [Int], ends: [Int])
    {
        var places: [Int] = []
        var ends: [Int] = []
        var place = start
        while places.count < most {
            if belongs(place) {
                places.append(place)
                if !isAlphanumeric(scalars, place + 1) { ends.append(places.count) }
            } else if !isSeparator(scalars, place) || !belongs(place + 1) {
                break
            }
            place += 1
        }
        return (places, ends)
    }

    private static func isSeparator(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        guard scalars.indices.contains(place) else { return false }
        return SecretMask.isSpace(scalars[place]) || scalars[place] == "-" || scalars[place] == "." || scalars[place] == "_"
    }

    private static func isDigit(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        scalars.indices.contains(place) && (0x30...0x39).contains(scalars[place].value)
    }

    private static func isLetter(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        scalars.indices.contains(place) && (0x61...0x7A).contains(scalars[place].value | 0x20) && scalars[place].value < 0x80
    }

    private static func isAlphanumeric(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        isDigit(scalars, place) || isLetter(scalars, place)
    }
}
