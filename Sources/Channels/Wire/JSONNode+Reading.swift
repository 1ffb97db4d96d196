import Cryptography
import Desk
import IntentEngine

/// Values as platforms really write them.
extension JSONNode {
    /// The document of a body.
    static func root(of body: [UInt8], limits: JSONDocument.Limits = JSONDocument.Limits()) throws(ParseFailure) -> JSONNode {
        do throws(JSONDocument.Refusal) {
            return try JSONDocument(body, limits: limits).root
        } catch {
            throw ParseFailure(error)
        }
    }

    /// An id: a string, or a number, which some platforms write for the same thing. Nil for one no store should be given.
    var identifier: String? { (string ?? integer.map(String.init)).flatMap { Identifier.checked($0) } }

    /// A moment: seconds or milliseconds since 1970, as a number or a string, or RFC 3339.
    var instant: Instant? {
        integer.map { Instant(platform: $0) } ?? string.flatMap { Instant(rfc3339: $0) }
    }

    /// An id for an element that has none, the same whenever it comes again: made of its bytes.
    var digestIdentifier: String { "sha256:" + Hexadecimal.text(Digest.sha256(Array(raw)).prefix(16)) }
}

/// What an id of a platform may be.
enum Identifier {
    /// `text`, or nil when it is empty, longer than 512 bytes, or holds control characters.
    static func checked(_ text: String) -> String? {
        let bytes = text.utf8
        return !bytes.isEmpty && bytes.count <= 512 && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F } ? text : nil
    }
}
