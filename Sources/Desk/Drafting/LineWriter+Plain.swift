extension LineWriter {
    /// Puts the characters of a telephone's alphabet (GSM 7-bit) for typographic ones, from `start` on: an SMS with another
    /// character holds 70 where it held 160. Letters stay as they are: French has some that the alphabet lacks.
    ///
    /// What is put there is never longer than what stood there.
    mutating func makePlain(from start: Int) {
        var end = start
        var at = start
        func put(_ byte: UInt8, _ line: inout LineWriter) {
            line[end] = byte
            end += 1
        }
        while at < count {
            let width = self[at] < 0xC0 ? 1 : self[at] < 0xE0 ? 2 : self[at] < 0xF0 ? 3 : 4
            guard at + width <= count else { break }
            switch (width, self[at], self[at + width - 2 + (width == 1 ? 1 : 0)], self[at + width - 1]) {
            case (2, 0xC2, _, 0xA0), (3, 0xE2, 0x80, 0xAF): put(UInt8(ascii: " "), &self)
            case (3, 0xE2, 0x80, 0x98), (3, 0xE2, 0x80, 0x99): put(UInt8(ascii: "'"), &self)
            case (3, 0xE2, 0x80, 0x9C), (3, 0xE2, 0x80, 0x9D): put(UInt8(ascii: "\""), &self)
            case (3, 0xE2, 0x80, 0x93), (3, 0xE2, 0x80, 0x94): put(UInt8(ascii: "-"), &self)
            case (3, 0xE2, 0x80, 0xA6): for _ in 0..<3 { put(UInt8(ascii: "."), &self) }
            // The space inside guillemets goes with them.
            case (2, 0xC2, _, 0xAB):
                put(UInt8(ascii: "\""), &self)
                if at + 3 < count, self[at + 2] == 0xC2, self[at + 3] == 0xA0 { at += 2 }
            case (2, 0xC2, _, 0xBB):
                if end > start, self[end - 1] == UInt8(ascii: " ") { end -= 1 }
                put(UInt8(ascii: "\""), &self)
            default: for offset in 0..<width { put(self[at + offset], &self) }
            }
            at += width
        }
        removeAll(from: end)
    }
}
