/// Says which addresses may be called, so that a URL in a setting, or a name that resolves inwards, opens no way into the
/// house (server-side request forgery, DNS rebinding). It sees the very address a socket is about to connect to.
public struct AddressGuard: Sendable, Hashable {
    private let allowed: [NetworkRange]

    /// - Parameter allowed: Ranges that may be called although they are not public.
    public init(allowed: [NetworkRange] = []) { self.allowed = allowed }

    public func permits(_ address: NetworkAddress) -> Bool {
        if allowed.contains(where: { $0.contains(address) }) { return true }
        if let embedded = address.embedded { return permits(embedded) }
        return !Self.closed.contains { $0.contains(address) }
    }

    /// What is not globally reachable by the IANA registries of special-purpose addresses (RFC 6890), with multicast and
    /// reserved space. `169.254.0.0/16` holds the metadata services of clouds.
    private static let closed = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7",
        "fe80::/10", "fec0::/10", "ff00::/8",
    ].compactMap(NetworkRange.init)
}
