import Cryptography

/// Secrets that browsers hold: 256 random bits, of which the store has only the digest.
struct Token: Sendable, Hashable {
    /// 64 hexadecimal digits.
    let text: String

    /// - Parameter random: Gives 32 bytes nobody can foresee.
    init(_ random: () -> [UInt8]) { text = Hexadecimal.text(random()) }

    /// A token as it came back; nil when it cannot be one.
    init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }) else { return nil }
        self.text = text
    }

    var digest: [UInt8] { Digest.sha256(Array("courtois token ".utf8) + Array(text.utf8)) }

    /// What every form carries that this browser may send. Another site can send the browser's cookie, and cannot read this.
    var formKey: String { Hexadecimal.text(Digest.hmacSHA256(key: Array(text.utf8), Array("courtois form".utf8))) }

    func admits(formKey: String?) -> Bool {
        formKey.map { ConstantTime.areEqual(Array($0.utf8), Array(self.formKey.utf8)) } ?? false
    }
}
