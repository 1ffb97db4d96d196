import IntentEngine

/// An emoji only where the brand allows one, and then one; faces typed with punctuation count.
struct EmojiRule: ProofRule {
    let id = "emoji"
    let languages = RuleLanguages.any

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let emoticons = text.scalars.indices.compactMap { offset in
            text.isAddress(offset) ? nil : EmoticonScanner.emoticon(in: text, at: offset)
        }
        let all = (EmojiScanner.emoji(in: text) + emoticons).sorted { $0.lowerBound < $1.lowerBound }
        let cause = context.allowsEmoji ? "second emoji" : "emoji not allowed here"
        return all.dropFirst(context.allowsEmoji ? 1 : 0).map { text.finding(id, $0, cause, remedy: "leave out") }
    }
}
