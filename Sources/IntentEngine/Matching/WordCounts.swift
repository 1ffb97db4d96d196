/// How often each word stands in the authored phrases: what their authors write often, customers do too.
///
/// Words are told apart by a hash of their bytes alone; two that share one only make each other look more common.
struct WordCounts {
    private var counts: [UInt64: Int32] = [:]

    init(_ source: RuleSource) {
        counts.reserveCapacity(1 << 14)
        for owner in source.intents { count(owner.patterns) }
        for owner in source.signals { count(owner.patterns) }
        for list in source.lists { count(list.entries) }
        count(source.polarity)
    }

    private mutating func count(_ patterns: [PatternSource]) {
        for pattern in patterns {
            var text = pattern.text
            text.withUTF8 { bytes in
                var hash = Self.seed
                for byte in bytes {
                    if Self.isSign(byte) {
                        if hash != Self.seed { counts[hash, default: 0] += 1 }
                        hash = Self.seed
                    } else {
                        hash = (hash ^ UInt64(byte)) &* Self.prime
                    }
                }
                if hash != Self.seed { counts[hash, default: 0] += 1 }
            }
        }
    }

    /// How often `word` stands there, as it is written.
    func count(of word: String) -> Int {
        var hash = Self.seed
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* Self.prime }
        return Int(counts[hash] ?? 0)
    }

    /// Spaces and the signs of the phrase language.
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x22, 0x24, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x5E, 0x7B, 0x7C, 0x7D: true
        default: false
        }
    }

    /// FNV-1a.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3
}
