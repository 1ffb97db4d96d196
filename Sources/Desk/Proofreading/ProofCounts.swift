/// What is counted over a whole reply, so that replies made of fixed texts can be judged by adding their texts up.
///
/// Small numbers, because many are kept: what is more than a reply may have is more all the same.
struct ProofCounts: Hashable, Sendable {
    private(set) var apologies: UInt16 = 0
    private(set) var invitations: UInt16 = 0
    private(set) var exclamations: UInt16 = 0
    private(set) var questions: UInt16 = 0
    private(set) var emoji: UInt16 = 0

    init() {}

    /// The counts of one text.
    init(of text: ProofText) {
        apologies = Self.small(ApologyRule.count(in: text))
        invitations = Self.small(InvitationRule.count(in: text))
        exclamations = Self.small(ExclamationRule.marks(in: text).count)
        questions = Self.small(QuestionRule.marks(in: text).count)
        emoji = Self.small(EmojiRule.emoji(in: text).count)
    }

    private static func small(_ count: Int) -> UInt16 { UInt16(min(count, 255)) }

    static func += (left: inout ProofCounts, right: ProofCounts) {
        left.apologies += right.apologies
        left.invitations += right.invitations
        left.exclamations += right.exclamations
        left.questions += right.questions
        left.emoji += right.emoji
    }

    /// Whether no rule that counts has anything against a reply with these counts.
    func isAllowed(_ context: ProofContext) -> Bool {
        apologies <= 1 && invitations <= 1 && Int(exclamations) <= ExclamationRule.allowed(context) && questions <= 1
            && Int(emoji) <= EmojiRule.allowed(context)
    }
}
