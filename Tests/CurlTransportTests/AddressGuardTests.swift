import CurlTransport
import Testing

@Suite("Addresses that may be called")
struct AddressGuardTests {
    private func address(_ text: String) throws -> NetworkAddress {
        let isV6 = text.contains(":")
        if !isV6 { return try #require(NetworkAddress(bytes: text.split(separator: ".").compactMap { UInt8($0) })) }
        // Written out in full here: eight groups, or « :: » once.
        let halves = text.split(separator: "::", omittingEmptySubsequences: false).map { half in
            half.split(separator: ":").flatMap { group -> [UInt8] in
                if group.contains(".") { return group.split(separator: ".").compactMap { UInt8($0) } }
                let value = UInt16(group, radix: 16) ?? 0
                return [UInt8(value >> 8), UInt8(value & 0xFF)]
            }
        }
        let rest = halves.count == 2 ? halves[1] : []
        return try #require(
            NetworkAddress(bytes: halves[0] + [UInt8](repeating: 0, count: 16 - halves[0].count - rest.count) + rest))
    }

    @Test(
        "private, loopback, link-local, shared, reserved and multicast addresses are closed, also where an IPv6 one holds them",
        arguments: [
            "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.1.2.3",
            "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
            "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
            "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:7f00:1::",
            "2002:a00:1::1", "2001::1", "2001:db8::1", "fc00::1", "fd00:ec2::254", "fe80::1", "febf::1", "fec0::1", "ff02::1", "100::1",
        ])
    func closed(_ text: String) throws { #expect(!AddressGuard().permits(try address(text))) }

    @Test(
        "public addresses are open, next to each closed range too",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
            "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
            "223.255.255.255", "2606:4700::1111", "2a01:e0a::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1",
        ])
    func open(_ text: String) throws { #expect(AddressGuard().permits(try address(text))) }

    @Test("a range in the settings opens itself and nothing else")
    func allowed() throws {
        let open = AddressGuard(allowed: ["10.1.0.0/16", "fd12::/16", "127.0.0.1"].compactMap(NetworkRange.init))
        for text in ["10.1.2.3", "127.0.0.1", "fd12::9", "::ffff:10.1.2.3"] { #expect(open.permits(try address(text)), "\(text)") }
        for text in ["10.2.0.1", "127.0.0.2", "fd13::9", "::1"] { #expect(!open.permits(try address(text)), "\(text)") }
    }

    @Test("what is no range is refused", arguments: ["", "10.0.0.0/33", "10.0.0/8", "fd00::/129", "10.0.0.0/", "10.0.0.0/-1", "host/8"])
    func noRange(_ text: String) { #expect(NetworkRange(text) == nil) }

    @Test("a range of no bits holds every address of its family")
    func everything() throws {
        let range = try #require(NetworkRange("0.0.0.0/0"))
        #expect(range.contains(try address("255.1.2.3")))
        #expect(!range.contains(try address("::1")))
    }
}
