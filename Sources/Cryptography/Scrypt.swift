import CLibcrypto

/// The key derivation of RFC 7914, which takes memory as well as time from whoever guesses.
public enum Scrypt {
    /// What one derivation costs: 128·N·r bytes of memory, p times over.
    public struct Cost: Sendable, Hashable {
        /// Two to the power of this is N.
        public let logN: Int
        public let r: Int
        public let p: Int

        public init(logN: Int, r: Int = 8, p: Int = 1) {
            self.logN = logN
            self.r = r
            self.p = p
        }

        /// 32 MiB and about a quarter of a second: one of the choices that OWASP holds for enough.
        public static let passwords = Cost(logN: 15, r: 8, p: 3)

        /// What is worth trying: parameters come from a store, and must not take all memory there is.
        var isBounded: Bool { (1...20).contains(logN) && (1...32).contains(r) && (1...16).contains(p) && 128 * (1 << logN) * r <= 1 << 28 }
    }

    /// The key of `length` bytes; nil where the cost is out of bounds or there is no memory for it.
    public static func key(_ password: [UInt8], salt: [UInt8], _ cost: Cost, length: Int) -> [UInt8]? {
        guard cost.isBounded, length > 0 else { return nil }
        var key = [UInt8](repeating: 0, count: length)
        let memory = UInt64(128 * (1 << cost.logN) * cost.r + (1 << 20) * 4)
        let isDone = password.withUnsafeBytes { bytes in
            EVP_PBE_scrypt(
                bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, salt, salt.count, UInt64(1) << UInt64(cost.logN), UInt64(cost.r),
                UInt64(cost.p), memory, &key, length)
        }
        return isDone == 1 ? key : nil
    }
}
