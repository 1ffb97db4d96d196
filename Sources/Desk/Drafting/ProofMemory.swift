/// What the proofreader said of texts it has read, so that each is read once and not for every message.
struct ProofMemory: Sendable {
    /// Names one text of the library, or two that follow one another, with what makes a difference to them.
    ///
    /// It holds all of it: two texts with the same number are read alike.
    struct Key {
        let number: UInt64

        /// - Parameters:
        ///   - known: A bit for each placeholder the texts name that has a value.
        ///   - asked: A bit for each thing asked for, where the texts say what.
        ///   - continues: Whether the text goes on in the sentence of the one before it.
        ///   - unread: Whether the texts leave without a person's having read them.
        ///   - channel: Number of the channel's settings.
        init(_ text: UInt16, _ next: UInt16?, known: UInt8, asked: UInt8, continues: Bool, unread: Bool, channel: Int) {
            let texts = UInt64(text) | UInt64(next ?? .max) << 16
            let values = UInt64(known) << 32 | UInt64(asked) << 40
            // The highest bit tells a number from a free slot.
            number = texts | values | UInt64(channel & 0x1FFF) << 48 | (unread ? 1 << 61 : 0) | (continues ? 1 << 62 : 0) | 1 << 63
        }
    }

    /// What was said.
    struct Part {
        let isClean: Bool
        let counts: ProofCounts
    }

    /// Where a number falls, and in the slots behind it: a row of open addresses, half of them free at least.
    private var numbers = [UInt64](repeating: 0, count: 256)
    private var parts = [Part](repeating: Part(isClean: false, counts: ProofCounts()), count: 256)
    private var count = 0

    /// Parts remembered at most.
    private static let most = 1 << 12

    subscript(key: Key) -> Part? {
        let slot = slot(of: key.number)
        return numbers[slot] == 0 ? nil : parts[slot]
    }

    mutating func remember(_ part: Part, _ key: Key) {
        if count >= Self.most { self = ProofMemory() }
        if 2 * (count + 1) > numbers.count { grow() }
        insert(part, key.number)
    }

    private mutating func insert(_ part: Part, _ number: UInt64) {
        let slot = slot(of: number)
        if numbers[slot] == 0 { count += 1 }
        numbers[slot] = number
        parts[slot] = part
    }

    private mutating func grow() {
        let (oldNumbers, oldParts) = (numbers, parts)
        numbers = [UInt64](repeating: 0, count: 2 * oldNumbers.count)
        parts = [Part](repeating: Part(isClean: false, counts: ProofCounts()), count: 2 * oldNumbers.count)
        count = 0
        for (number, part) in zip(oldNumbers, oldParts) where number != 0 { insert(part, number) }
    }

    /// The slot that has `number`, or the free one it would go to.
    private func slot(of number: UInt64) -> Int {
        let mask = numbers.count - 1
        // The high bits of a product depend on every bit of the number (Knuth's multiplicative hashing).
        var slot = Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while numbers[slot] != 0, numbers[slot] != number { slot = (slot + 1) & mask }
        return slot
    }
}
