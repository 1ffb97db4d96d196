internal import Glibc

/// Salts of audit rows: random bytes of the system, asked for a few at a time, because each asking is a call into the kernel.
struct SaltSource {
    /// Bytes of one salt.
    static let length = 16

    private var bytes: [UInt8] = []

    mutating func next() -> [UInt8] {
        if bytes.isEmpty { refill() }
        let salt = Array(bytes.suffix(Self.length))
        bytes.removeLast(Self.length)
        return salt
    }

    /// 256 bytes, the most that one call gives.
    private mutating func refill() {
        bytes = [UInt8](repeating: 0, count: 256)
        let result = bytes.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) }
        if result == 0 { return }
        var generator = SystemRandomNumberGenerator()
        for place in bytes.indices { bytes[place] = generator.next() }
    }
}
