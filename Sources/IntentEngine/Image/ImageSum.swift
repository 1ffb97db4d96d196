/// A sum over an image that tells one with a byte changed, or cut short. It keeps accidents out, not forgers: who may write
/// the file may write the rules as well.
public enum ImageSum {
    /// Multiply and fold (after wyhash), in four lanes, so that none waits for its own last product.
    public static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes = (seed, seed ^ 1, seed ^ 2, seed ^ 3)
        var at = 0
        while at + 32 <= bytes.count {
            lanes.0 = mixed(lanes.0, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            lanes.1 = mixed(lanes.1, bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
            lanes.2 = mixed(lanes.2, bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self))
            lanes.3 = mixed(lanes.3, bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self))
            at += 32
        }
        var sum = mixed(mixed(lanes.0, lanes.1), mixed(lanes.2, lanes.3))
        for byte in bytes[at...] { sum = mixed(sum, UInt64(byte)) }
        return mixed(sum, UInt64(truncatingIfNeeded: bytes.count))
    }

    private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let product = (sum ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        // The sum itself is folded in again, so that a product of nothing does not forget it.
        return product.high ^ product.low ^ (sum &<< 1)
    }
}
