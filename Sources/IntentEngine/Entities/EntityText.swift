/// The folded text around one place, as recognisers of entities read it.
struct EntityText {
    let flat: UnsafeBufferPointer<UInt8>
    /// Number of folded bytes; `flat` may be longer.
    let count: Int
    /// The original, for signs that folding made equal (€, £, $).
    let original: UnsafeBufferPointer<UInt8>
    let bends: UnsafeBufferPointer<Bend>

    /// The folded byte at `index`, or 0 beyond the ends.
    func byte(_ index: Int) -> UInt8 { index >= 0 && index < count ? flat[index] : 0 }

    func isDigit(_ index: Int) -> Bool { byte(index) &- UInt8(ascii: "0") < 10 }
    func isLetter(_ index: Int) -> Bool { byte(index) &- UInt8(ascii: "a") < 26 }
    func isAlphanumeric(_ index: Int) -> Bool { isDigit(index) || isLetter(index) || byte(index) >= 0x80 }

    /// Where the run of digits from `start` ends.
    func digitsEnd(from start: Int) -> Int {
        var end = start
        while isDigit(end) { end += 1 }
        return end
    }

    func number(_ range: Range<Int>) -> Int {
        var number = 0
        for index in range where number < 1_000_000_000_000 { number = number * 10 + Int(flat[index] &- UInt8(ascii: "0")) }
        return number
    }

    /// Where the scalar of folded byte `index` starts in the original.
    func originalByte(_ index: Int) -> Int { bends.place(of: index).byte }

    /// Whether the folded text at `index` reads `word`.
    func reads(_ word: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where flat[index + offset] != word.utf8Start[offset] { return false }
        return true
    }

    /// Whether one of `words` stands right before `index`, a space between.
    func isAfter(_ words: [StaticString], _ index: Int) -> Bool {
        guard byte(index - 1) == UInt8(ascii: " ") else { return false }
        return words.contains { word in
            let start = index - 1 - word.utf8CodeUnitCount
            return reads(word, at: start) && !isAlphanumeric(start - 1)
        }
    }

    func skipSpaces(_ index: Int) -> Int {
        var index = index
        while byte(index) == UInt8(ascii: " ") { index += 1 }
        return index
    }

    /// The end of a run of digits that may be parted by single signs of `separators`, and the digits without them.
    func groupedDigits(from start: Int, separators: [UInt8], most: Int) -> (digits: [UInt8], end: Int) {
        var digits: [UInt8] = []
        var index = start
        var end = start
        while digits.count < most {
            if isDigit(index) {
                digits.append(flat[index])
                index += 1
                end = index
            } else if index > start, separators.contains(byte(index)), isDigit(index + 1) {
                index += 1
            } else {
                break
            }
        }
        return (digits, end)
    }

    /// The currency sign at folded index `index`, as its ISO 4217 code.
    func currencySign(at index: Int) -> String? {
        guard byte(index) == UInt8(ascii: "$") else { return nil }
        let at = originalByte(index)
        switch original[at] {
        case 0x24: return "USD"
        case 0xE2: return "EUR"
        case 0xC2: return at + 1 < original.count && original[at + 1] == 0xA3 ? "GBP" : nil
        default: return nil
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: flat[range], as: UTF8.self) }
}

/// An entity found, before its value is asked for.
struct FoundEntity {
    let kind: EntityKind
    let value: String
    /// Range of folded bytes.
    let flat: Range<Int>
    var firstUnit = -1
    var endUnit = -1
}
