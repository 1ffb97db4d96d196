public import Desk

/// Why a request is not believed. All but `misconfigured` are answered alike.
public enum SignatureRejection: String, Error, Sendable, Hashable, CaseIterable {
    /// No signature, or not all that belongs to it.
    case missing
    /// A signature nobody could have made.
    case malformed
    /// Signed with none of the account's secrets, or other bytes.
    case mismatch
    /// Signed too long ago, or in the future.
    case stale
    /// The account has no usable secret: nothing can be believed.
    case misconfigured
}

/// What is known of a request that is believed.
public struct Acceptance: Sendable, Hashable {
    /// The place of the secret it was signed with, so that it can be told when an old one is no longer in use.
    public let secret: Int
    public let signedAt: Instant?
    /// What the signature covers and no second request may bring again: to be stored with what is parsed, in one commit. A
    /// request with one already stored is answered like the first and changes nothing.
    public let onceKey: String?

    public init(secret: Int, signedAt: Instant? = nil, onceKey: String? = nil) {
        self.secret = secret
        self.signedAt = signedAt
        self.onceKey = onceKey
    }
}
