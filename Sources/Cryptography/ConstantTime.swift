import CLibcrypto

/// Comparison that takes as long whatever the bytes are, so that its time tells nothing of a secret.
public enum ConstantTime {
    /// Whether two byte strings are equal. Their lengths are no secret.
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}
