import CLibcrypto

/// Digests and signatures over bytes, by OpenSSL, which libcurl loads anyway.
public enum Digest {
    /// SHA-256, 32 bytes.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var sum = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        var length: UInt32 = 0
        guard let algorithm, EVP_Digest(bytes, bytes.count, &sum, &length, algorithm, nil) == 1 else {
            SHA256(bytes, bytes.count, &sum)
            return sum
        }
        return sum
    }

    /// SHA-256, looked up once: OpenSSL's one-call function does so every time, which costs as much as hashing a short text.
    ///
    /// Unsafe only in that the compiler cannot know that OpenSSL counts its references atomically, and never changes it.
    private nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

    /// HMAC-SHA-256 (RFC 2104), 32 bytes.
    public static func hmacSHA256(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        var sum = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        var length: UInt32 = 0
        HMAC(EVP_sha256(), key, Int32(truncatingIfNeeded: key.count), bytes, bytes.count, &sum, &length)
        return sum
    }
}
