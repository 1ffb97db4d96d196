import IntentEngine

/// An emoji only where the brand allows one, and then one; faces typed with punctuation count.
struct EmojiRule: ProofRule {
    let id = "emoji"
    let languages = RuleLanguages.any

    static func allowed(_ context: ProofContext) -> Int { context.allowsEmoji ? 1 : 0 }

    /// Emoji and faces, in the order they stand.
    static func emoji(in text: ProofText) -> [Range<Int>] {
        let emoticons = text.scalars.indices.compactMap { offset in
            text.isAddress(offset) ? nil : EmoticonScanner.emoticon(in: text, at: offset)
        }
        return (EmojiScanner.emoji(in: text) + emoticons).sorted { $0.lowerBound < $1.lowerBound }
    }

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let cause = context.allowsEmoji ? "second emoji" : "emoji not allowed here"
        return Self.emoji(in: text).dropFirst(Self.allowed(context)).map { text.finding(id, $0, cause, remedy: "leave out") }
    }
}
