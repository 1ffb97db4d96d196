/// Finds emoji, each with its joiners, modifiers and variation selectors.
enum EmojiScanner {
    static func isEmoji(_ character: Character) -> Bool {
        guard let first = character.unicodeScalars.first else { return false }
        if first.properties.isEmojiPresentation { return true }
        // Digits and signs such as © are emoji only when a variation selector says so.
        return first.properties.isEmoji && character.unicodeScalars.contains { $0.value == 0xFE0F }
    }

    /// The spans of the emoji of `text`.
    static func emoji(in text: ProofText) -> [Range<Int>] {
        guard text.scalars.contains(where: { $0.properties.isEmoji && !$0.isASCII }) else { return [] }
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
