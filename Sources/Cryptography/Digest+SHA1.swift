import CLibcrypto

extension Digest {
    /// HMAC-SHA-1 (RFC 2104), 20 bytes. Only for platforms that sign with nothing better.
    public static func hmacSHA1(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        var sum = [UInt8](repeating: 0, count: Int(SHA_DIGEST_LENGTH))
        var length: UInt32 = 0
        HMAC(EVP_sha1(), key, Int32(truncatingIfNeeded: key.count), bytes, bytes.count, &sum, &length)
        return sum
    }
}
