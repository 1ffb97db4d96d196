/// What is counted over a whole reply, so that replies made of fixed texts can be judged by adding their texts up.
struct ProofCounts: Hashable, Sendable {
    var apologies = 0
    var invitations = 0
    var exclamations = 0
    var questions = 0
    var emoji = 0

    init() {}

    /// The counts of one text.
    init(of text: String, _ context: ProofContext) {
        let text = ProofText(text, context.language)
        apologies = ApologyRule.count(in: text)
        invitations = InvitationRule.count(in: text)
        exclamations = ExclamationRule.marks(in: text).count
        questions = QuestionRule.marks(in: text).count
        emoji = EmojiRule.emoji(in: text).count
    }

    static func += (left: inout ProofCounts, right: ProofCounts) {
        left.apologies += right.apologies
        left.invitations += right.invitations
        left.exclamations += right.exclamations
        left.questions += right.questions
        left.emoji += right.emoji
    }

    /// Whether no rule that counts has anything against a reply with these counts.
    func isAllowed(_ context: ProofContext) -> Bool {
        apologies <= 1 && invitations <= 1 && exclamations <= ExclamationRule.allowed(context) && questions <= 1
            && emoji <= EmojiRule.allowed(context)
    }
}
