/// The link by which the first manager makes their account.
public struct Invitation: Sendable {
    private let token: Token

    /// - Parameter random: Gives 32 bytes nobody can foresee.
    public init(random: () -> [UInt8]) { token = Token(random) }

    /// What the store knows it by.
    public var digest: [UInt8] { token.digest }

    /// Behind the desk's address.
    public var path: String { "/welcome/\(token.text)" }
}
