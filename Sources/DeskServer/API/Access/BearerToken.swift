import Cryptography

/// A token as a program shows it: `courtois_`, sixteen hexadecimal digits by which it is found, `_`, sixty-four that are the
/// secret. The fixed beginning lets scanners of published code find those that got there.
public struct BearerToken: Sendable {
    /// The whole of it, shown once.
    public let text: String
    public let selector: String

    private static let prefix = "courtois_"

    /// A new one.
    ///
    /// - Parameter random: 64 bits that nobody can foresee.
    public init(random: () -> UInt64) {
        selector = Self.digits(random())
        text = Self.prefix + selector + "_" + (0..<4).map { _ in Self.digits(random()) }.joined()
    }

    /// The token somebody shows; nil when it has not the form of one.
    init?(_ shown: some StringProtocol) {
        guard shown.utf8.count == Self.prefix.utf8.count + 16 + 1 + 64, shown.hasPrefix(Self.prefix) else { return nil }
        let parts = shown.dropFirst(Self.prefix.count).split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 16, parts.allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }) else { return nil }
        text = String(shown)
        selector = String(parts[0])
    }

    /// What is kept of it.
    public var digest: [UInt8] { Digest.sha256(Array(text.utf8)) }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    private static func digits(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
