/// An IP address in network order: 4 bytes, or 16.
public struct NetworkAddress: Sendable, Hashable {
    public let bytes: [UInt8]

    /// Nil unless there are 4 or 16 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// The IPv4 address that an IPv6 address stands for: mapped (`::ffff:0:0/96`), compatible (`::/96`), translated
    /// (`64:ff9b::/96`, RFC 6052) or 6to4 (`2002::/16`, RFC 3056).
    public var embedded: NetworkAddress? {
        guard bytes.count == 16 else { return nil }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return NetworkAddress(bytes: Array(bytes[2..<6])) }
        let isTranslated = bytes[..<12].elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0])
        let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == bytes[11] && (bytes[10] == 0 || bytes[10] == 0xFF)
        return isTranslated || isMapped ? NetworkAddress(bytes: Array(bytes[12...])) : nil
    }
}
