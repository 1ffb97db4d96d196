/// Reads an array of scalars by offset; an offset outside the text reads as nothing, so that scans need no bounds.
protocol ScalarReading {
    var scalars: [Unicode.Scalar] { get }
    /// What each scalar is; as many as `scalars`.
    var kinds: [ScalarKind] { get }
}

extension ScalarReading {
    subscript(offset: Int) -> Unicode.Scalar? { scalars.indices.contains(offset) ? scalars[offset] : nil }

    func kind(_ offset: Int) -> ScalarKind? { kinds.indices.contains(offset) ? kinds[offset] : nil }

    func isLetter(_ offset: Int) -> Bool { kind(offset) == .letter }

    func isDigit(_ offset: Int) -> Bool { kind(offset) == .digit }

    func isSpace(_ offset: Int) -> Bool { kind(offset) == .space }

    func isApostrophe(_ offset: Int) -> Bool { kind(offset) == .apostrophe }

    /// Whether nothing of the line stands at `offset`: a line break, or no character at all.
    func isLineEdge(_ offset: Int) -> Bool { kind(offset).map { $0 == .lineBreak } ?? true }

    /// Whether the character at `offset` is one of `set`.
    func isOne(of set: StaticString, _ offset: Int) -> Bool {
        guard let scalar = self[offset] else { return false }
        let set = UnsafeBufferPointer(start: set.utf8Start, count: set.utf8CodeUnitCount)
        // A byte of ASCII is part of no other character.
        if scalar.isASCII { return set.contains(UInt8(scalar.value)) }
        guard let units = UTF8.encode(scalar) else { return false }
        return set.indices.contains { set[$0...].starts(with: units) }
    }

    /// The spaces that end just before `offset`; empty when there are none.
    func gap(before offset: Int) -> Range<Int> {
        var start = offset
        while isSpace(start - 1) { start -= 1 }
        return start..<offset
    }

    /// The spaces that start at `offset`; empty when there are none.
    func gap(at offset: Int) -> Range<Int> {
        var end = offset
        while isSpace(end) { end += 1 }
        return offset..<end
    }

    /// The end of the digits that start at `offset`.
    func digitsEnd(from offset: Int) -> Int {
        var end = offset
        while isDigit(end) { end += 1 }
        return end
    }

    /// The characters of `range`.
    func string(_ range: Range<Int>) -> String {
        let scalars = scalars[range]
        return String(unsafeUninitializedCapacity: scalars.reduce(0) { $0 + UTF8.width($1) }) { bytes in
            var end = 0
            for scalar in scalars {
                if scalar.isASCII {
                    bytes[end] = UInt8(scalar.value)
                    end += 1
                } else if let units = UTF8.encode(scalar) {
                    for unit in units {
                        bytes[end] = unit
                        end += 1
                    }
                }
            }
            return end
        }
    }

    /// Whether the characters of `range` are exactly `expected`; nil stands for none.
    func holds(_ range: Range<Int>, _ expected: Unicode.Scalar?) -> Bool {
        guard let expected else { return range.isEmpty }
        return range.count == 1 && scalars[range.lowerBound] == expected
    }

    /// Whether `word`, in lower-case ASCII, stands at `offset`, whatever its case.
    func reads(_ word: StaticString, _ offset: Int) -> Bool {
        word.withUTF8Buffer { bytes in
            for (step, byte) in bytes.enumerated() {
                guard let value = self[offset + step]?.value else { return false }
                let lower = value >= 0x41 && value <= 0x5A ? value | 0x20 : value
                if lower != UInt32(byte) { return false }
            }
            return true
        }
    }
}
