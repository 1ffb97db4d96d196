public import IntentEngine

/// What a text is to be read against: who reads it, in which voice, on which channel.
public struct ProofContext: Sendable, Hashable {
    /// The language the text must be written in.
    public var language: Language
    /// Who can read it; a public reply carries no personal data.
    public var visibility: Message.Visibility
    /// How the customer is spoken to, in French.
    public var register: Register
    /// Which spaces and quotes the channel carries.
    public var typography: Typography
    /// The most the channel takes, in the channel's own unit; nil for no limit.
    public var length: LengthLimit?
    /// The most the platform takes, which may count in another unit.
    public var platformLength: LengthLimit?
    /// Whether the customer is unhappy (polarity below 0): no exclamation mark at all then.
    public var isDissatisfied: Bool
    /// Whether it leaves without a person's having read it: then it names no person at work.
    public var leavesUnread = false
    /// Whether the brand allows an emoji on this channel; one at most.
    public var allowsEmoji: Bool
    /// Phrases of the never-say lists that the brand may use after all, such as `geste commercial`.
    ///
    /// Case, accents and the form of apostrophes do not matter.
    public var allowedPromises: Set<String>

    /// A context; without more, a reply in `vous`, full typography, no limit and no emoji.
    public init(
        language: Language, visibility: Message.Visibility, register: Register = .vous, typography: Typography = .full,
        length: LengthLimit? = nil, isDissatisfied: Bool = false, allowsEmoji: Bool = false,
        allowedPromises: Set<String> = []
    ) {
        self.language = language
        self.visibility = visibility
        self.register = register
        self.typography = typography
        self.length = length
        self.isDissatisfied = isDissatisfied
        self.allowsEmoji = allowsEmoji
        self.allowedPromises = allowedPromises
    }
    /// Of what the channel and its platform take, the limit that `text` comes nearest to.
    func tightest(for text: some StringProtocol) -> LengthLimit? {
        guard let length, let platformLength else { return length ?? platformLength }
        return platformLength.unit.length(of: text) * length.most > length.unit.length(of: text) * platformLength.most
            ? platformLength : length
    }
}
