import Glibc

/// A range of addresses in CIDR notation: `10.0.0.0/8`, `fc00::/7`, or one address.
public struct NetworkRange: Sendable, Hashable {
    private let start: [UInt8]
    private let bits: Int

    /// Nil when `text` is no such range.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = Self.parse(String(first)) else { return nil }
        start = address
        guard parts.count == 2 else {
            bits = address.count * 8
            return
        }
        guard let bits = Int(parts[1]), (0...address.count * 8).contains(bits) else { return nil }
        self.bits = bits
    }

    public func contains(_ address: NetworkAddress) -> Bool {
        guard address.bytes.count == start.count else { return false }
        for (index, (left, right)) in zip(start, address.bytes).enumerated() {
            let kept = min(max(bits - index * 8, 0), 8)
            if (left ^ right) >> (8 - kept) != 0, kept > 0 { return false }
        }
        return true
    }

    private static func parse(_ text: String) -> [UInt8]? {
        for (family, size) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: size)
            if inet_pton(family, text, &bytes) == 1 { return bytes }
        }
        return nil
    }
}
