import Cryptography

/// Something that must never be shown: neither printing nor reflecting a value that holds one tells what it is.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What it is; for signing and for headers marked as secret, and for nothing else.
    let text: String

    public init(_ text: String) { self.text = text }

    var bytes: [UInt8] { Array(text.utf8) }

    /// Whether `presented` is this secret, in a time that tells nothing of either.
    func matches(_ presented: some StringProtocol) -> Bool {
        ConstantTime.areEqual(Digest.sha256(Array(presented.utf8)), Digest.sha256(bytes)) && !text.isEmpty
    }

    public var description: String { "(secret)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
