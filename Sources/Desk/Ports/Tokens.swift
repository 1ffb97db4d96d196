/// The tokens that let programs in.
public protocol Tokens: Sendable {
    /// Keeps a new token, with its audit row; false when one that was not revoked has its name.
    func add(_ token: AccessToken) async throws(StoreFailure) -> Bool

    /// The token of this selector, whatever has become of it.
    func token(_ selector: String) async throws(StoreFailure) -> AccessToken?

    /// Every token there ever was, oldest first.
    func tokens() async throws(StoreFailure) -> [AccessToken]

    /// Takes back the token of this name, with its audit row; false when there is none that was not revoked.
    func revoke(_ name: String, by colleague: String, at now: Instant) async throws(StoreFailure) -> Bool

    /// Notes that a token is in use, by the hour.
    func noteUse(of selector: String, at now: Instant) async throws(StoreFailure)
}
