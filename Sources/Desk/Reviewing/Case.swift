public import IntentEngine

/// A conversation that waits for a person, waited for one, or never had to.
///
/// A value: stores load it, let it decide (`review`, `hear`, `settle`), and write back what it has become together with the
/// effects it names, in one transaction. It holds no clock, no identifiers of its own making and no store.
public struct Case: Sendable, Hashable {
    /// The store's number: what people type.
    public let number: Int64
    public internal(set) var conversation: ConversationKey
    public var status: Status
    /// Raised by every change of what a colleague acts on: a message, a draft, a state, a team.
    public var version: Int
    public var disposition: Disposition
    public var team: Team
    public var priority: Priority
    /// When a person must have answered.
    public var due: Instant?
    public var openedAt: Instant
    /// Since when the customer waits for what is asked now.
    public var waitsSince: Instant
    /// When the customer was told that a person will have answered, as long as none has.
    public var promisedUntil: Instant?
    public var claim: Claim?
    /// A colleague leads the conversation by other means: nothing leaves from here until they give it back.
    public var takenOverBy: String?
    /// What it is about calls for a second person: who edits a draft cannot approve it.
    public var needsSecondReader: Bool
    /// What the customer wants, best guess first.
    public var intent: String?
    /// What is to be answered.
    public var question: Question
    /// The latest draft, whatever became of it.
    public var draft: CaseDraft?
    /// The draft's delivery has been tried, or is at this moment: what is said is said.
    public var isLeaving: Bool

    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// For a person.
        case waiting
        /// A reply was approved, or given elsewhere.
        case answered
        /// Nothing is to be answered.
        case closed
    }

    /// The message that is to be answered, as far as a reply depends on it: of those that wait, the gravest, and of those the last.
    public struct Question: Sendable, Hashable {
        /// Its external id.
        public let message: String
        public let language: Language
        public let visibility: Message.Visibility
        /// When the platform closes its reply window.
        public internal(set) var replyUntil: Instant?
        /// Where the channel has subjects: what a reply repeats.
        public let subject: String?
        public let gravity: Gravity

        public init(
            message: String, language: Language, visibility: Message.Visibility, replyUntil: Instant? = nil, subject: String? = nil,
            gravity: Gravity = Gravity(rank: 0)
        ) {
            self.message = message
            self.language = language
            self.visibility = visibility
            self.replyUntil = replyUntil
            self.subject = subject
            self.gravity = gravity
        }
    }

    public init(
        number: Int64, conversation: ConversationKey, status: Status, version: Int, disposition: Disposition, team: Team,
        priority: Priority, due: Instant?, openedAt: Instant, waitsSince: Instant, claim: Claim? = nil, takenOverBy: String? = nil,
        needsSecondReader: Bool = false, intent: String? = nil, question: Question, draft: CaseDraft? = nil, isLeaving: Bool = false,
        promisedUntil: Instant? = nil
    ) {
        self.number = number
        self.conversation = conversation
        self.status = status
        self.version = version
        self.disposition = disposition
        self.team = team
        self.priority = priority
        self.due = due
        self.openedAt = openedAt
        self.waitsSince = waitsSince
        self.claim = claim
        self.takenOverBy = takenOverBy
        self.needsSecondReader = needsSecondReader
        self.intent = intent
        self.question = question
        self.draft = draft
        self.isLeaving = isLeaving
        self.promisedUntil = promisedUntil
    }
}
