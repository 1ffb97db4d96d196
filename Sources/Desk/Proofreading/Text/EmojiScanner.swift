/// Finds emoji, each with its joiners, modifiers and variation selectors.
enum EmojiScanner {
    static func isEmoji(_ character: Character) -> Bool {
        guard let first = character.unicodeScalars.first else { return false }
        if first.value >= firstShown, first.properties.isEmojiPresentation { return true }
        // Digits and signs such as © are emoji only when a variation selector says so.
        return character.unicodeScalars.contains { $0.value == 0xFE0F } && first.properties.isEmoji
    }

    /// Below this one none is an emoji by itself.
    private static let firstShown: UInt32 = 0x231A

    /// Whether it is an emoji or may become one, ASCII aside. What letters, quotation marks and spaces are is not looked up.
    private static func mayStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0xA9, 0xAF..<0x203C: false
        default: scalar.properties.isEmoji
        }
    }

    /// The spans of the emoji of `text`.
    static func emoji(in text: ProofText) -> [Range<Int>] {
        guard text.scalars.contains(where: mayStart) else { return [] }
        var found: [Range<Int>] = []
        var offset = 0
        for character in text.string(0..<text.scalars.count) {
            let end = offset + character.unicodeScalars.count
            if isEmoji(character) { found.append(offset..<end) }
            offset = end
        }
        return found
    }
}
