import Channels
import Desk
import DeskServer
import HTTPTypes
import Hummingbird

/// One request to the desk: who makes it, how they want to see the answer, and what they ask.
struct Visit: Sendable {
    let parts: PageParts
    let preferences: Preferences
    /// The token of the browser: of a session, or of a guest.
    let token: Token
    /// nil for guests.
    let user: User?
    /// The desk's last change before this page, which holds it and may hold later ones; 0 for guests.
    let sequence: Int64
    /// What is frozen; nothing for guests.
    let freezes: [Freeze]
    let now: Instant
    let path: String
    let headers: HTTPFields
    let query: FormFields
    let form: FormFields
    private let parameters: [String: String]

    init(
        parts: PageParts, preferences: Preferences, token: Token, user: User?, sequence: Int64, freezes: [Freeze], now: Instant,
        path: String,
        headers: HTTPFields, query: FormFields, form: FormFields, parameters: [String: String]
    ) {
        self.parts = parts
        self.preferences = preferences
        self.token = token
        self.user = user
        self.sequence = sequence
        self.freezes = freezes
        self.now = now
        self.path = path
        self.headers = headers
        self.query = query
        self.form = form
        self.parameters = parameters
    }

    /// The rules in use.
    var edition: RulebookEdition { parts.shelf.edition }

    var wording: DeskWording { DeskWording(preferences.language, edition) }

    /// Who acts. Routes for guests never ask.
    var colleague: Colleague { user?.colleague ?? Colleague(name: "guest", role: .reader) }

    /// Whether the reply to a case is approved and held by a freeze.
    func holds(_ item: Case) -> Bool {
        item.draft?.state.kind == .approved && !item.isLeaving
            && freezes.holds(ChannelAccount(channel: item.conversation.channel, account: item.conversation.account))
    }

    /// A part of the address.
    func parameter(_ name: String) -> String { parameters[name] ?? "" }

    /// The case an address names.
    var caseNumber: Int64? { Int64(parameter("case")).flatMap { $0 > 0 ? $0 : nil } }
}
