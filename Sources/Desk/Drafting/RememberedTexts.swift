/// What conversations have had, put together from their latest drafts, so that a desk that begins anew repeats nothing.
public struct RememberedTexts: Sendable {
    /// By the hash of the conversation.
    public private(set) var used: [UInt64: UsedTexts] = [:]

    /// Nothing is known.
    public init() {}

    /// - Parameter library: Numbers the texts; those it no longer has are left out.
    public init(_ drafts: [DraftedTexts], in library: ReplyLibrary) {
        if drafts.isEmpty { return }
        let numbers = Dictionary(library.entries.map { (Substring($0.name), $0.number) }) { first, _ in first }
        for draft in drafts {
            let conversation = StableHash.conversation(draft.conversation)
            for name in draft.template.split(separator: "+") {
                if let number = numbers[name] { used[conversation, default: UsedTexts()].note(number) }
            }
        }
    }
}
