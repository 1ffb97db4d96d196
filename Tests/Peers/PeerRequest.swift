/// A request as a scripted peer read it.
package struct PeerRequest: Sendable, Hashable {
    package let method: String
    package let path: String
    /// Names in lower case.
    package let headers: [String: String]
    package let body: String
    /// Counts connections from 1: the same number means the same connection.
    package let connection: Int
}
