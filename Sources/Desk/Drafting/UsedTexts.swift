/// Texts a conversation has had, so that none comes twice while another is left.
public struct UsedTexts: Sendable, Hashable {
    /// Numbers of the texts. A conversation has few, so looking through them beats hashing.
    private var numbers: [UInt16] = []

    public init() {}

    /// Takes note of a text that was used before.
    mutating func note(_ text: Int) {
        let number = UInt16(truncatingIfNeeded: text)
        if !numbers.contains(number) { numbers.append(number) }
    }

    /// The first of `choices` from the seed on that was not used; when all were, the one the seed names.
    mutating func choose(from choices: [Int], seed: UInt64) -> Int {
        if choices.count == 1 { return choices[0] }
        let start = Int(seed % UInt64(choices.count))
        var place = start
        repeat {
            let number = UInt16(truncatingIfNeeded: choices[place])
            if !numbers.contains(number) {
                numbers.append(number)
                return choices[place]
            }
            place = place + 1 < choices.count ? place + 1 : 0
        } while place != start
        // All have been used: they may come round again.
        numbers.removeAll { used in choices.contains(Int(used)) }
        numbers.append(UInt16(truncatingIfNeeded: choices[start]))
        return choices[start]
    }
}
