/// How a platform signs what it sends, as data.
struct SignatureScheme: Sendable {
    var algorithm: Algorithm
    var encoding: Encoding
    var key = Key.text
    var signature: Source
    /// What stands before the signature itself.
    var prefix = ""
    /// Whether several signatures may be given, with spaces between them.
    var allowsSeveral = false
    /// What is signed, in order.
    var signed: [Part]
    var timestamp: Source?
    var timestampForm = TimestampForm.seconds
    /// How old, and how far in the future, the timestamp may be; nil where the platform's is not looked at.
    var tolerance: Int?
    /// What is signed and used once only.
    var once: Source?

    enum Algorithm: Sendable { case hmacSHA256, hmacSHA1, ed25519 }

    enum Encoding: Sendable { case hexadecimal, base64 }

    /// How the key is written in the settings.
    enum Key: Sendable, Hashable {
        case text
        case hexadecimal
        /// Base64 behind a prefix that may be missing.
        case base64(prefix: String)
    }

    /// Where a value stands.
    enum Source: Sendable, Hashable {
        /// Its name in lower case.
        case header(String)
        case field(String)
    }

    enum Part: Sendable, Hashable {
        case literal(String)
        case value(Source)
        /// A value that must not hold the dot the parts are joined by: else two requests could be signed alike.
        case dotless(Source)
        case body
        /// The public address, and behind it every field by name, its values once each and sorted (Twilio).
        case addressAndFields
    }

    enum TimestampForm: Sendable { case seconds, rfc3339 }
}
