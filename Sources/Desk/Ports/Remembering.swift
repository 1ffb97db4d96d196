/// What conversations were last answered with, for desks that begin anew.
public protocol Remembering: Sendable {
    /// The texts of the latest drafts that rules wrote, latest first.
    func draftedTexts(most: Int) async throws(StoreFailure) -> [DraftedTexts]
}

/// The texts that one draft was built from.
public struct DraftedTexts: Sendable, Hashable {
    public let conversation: ConversationKey
    /// Names of the texts, as `Draft.template` has them.
    public let template: String

    public init(conversation: ConversationKey, template: String) {
        self.conversation = conversation
        self.template = template
    }

    /// Drafts that are looked at when a desk begins: as many conversations as a morning has, read in some milliseconds.
    public static let most = 8192
}
