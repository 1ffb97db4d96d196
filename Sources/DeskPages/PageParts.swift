public import Desk
public import DeskServer

/// Everything the pages work with.
public struct PageParts: Sendable {
    let store: any DeskStore
    let shelf: RulebookShelf
    /// The rulebook's files; nil where rules come from elsewhere.
    let sheets: (any RuleSheetSource)?
    let clock: ServerClock
    let makeName: @Sendable () -> String
    let policy: ReviewPolicy
    let signIn: SignInPolicy
    let cookies: Cookies
    let formGuard: FormGuard
    let random: @Sendable () -> [UInt8]
    let authenticator: PasswordAuthenticator
    let renderer: PageRenderer
    let news: News
    let figures: FigureShelf

    /// - Parameters:
    ///   - policy: That of the store, which has the last word.
    ///   - publicURL: What browsers call, where a proxy stands before the server: `https://desk.example`.
    ///   - random: Gives 32 bytes nobody can foresee.
    public init(
        server: ServerParts, store: any DeskStore, sheets: (any RuleSheetSource)? = nil, policy: ReviewPolicy,
        signIn: SignInPolicy = SignInPolicy(), publicURL: String? = nil,
        random: @escaping @Sendable () -> [UInt8]
    ) throws {
        self.store = store
        shelf = server.shelf
        self.sheets = sheets
        clock = server.clock
        makeName = server.makeName
        self.policy = policy
        self.signIn = signIn
        let origin = publicURL.map(Self.origin)
        cookies = Cookies(isSecure: origin?.hasPrefix("https://") ?? false)
        formGuard = FormGuard(publicOrigin: origin)
        self.random = random
        authenticator = PasswordAuthenticator(store: store, policy: signIn, work: SecretWork(), random: random)
        renderer = try PageRenderer()
        news = News(store: store)
        figures = FigureShelf(store: store)
    }

    /// The address without its path.
    private static func origin(of url: String) -> String {
        let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.prefix(3).joined(separator: "/").lowercased()
    }
}
