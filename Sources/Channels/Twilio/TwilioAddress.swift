/// The spellings of one address that Twilio may have signed.
enum TwilioAddress {
    /// `address` as it is, and with its scheme's own port written or left out.
    static func spellings(_ address: String) -> [String] {
        guard let mark = address.utf8.firstIndex(of: UInt8(ascii: ":")), address[mark...].hasPrefix("://") else { return [address] }
        let port = address[..<mark] == "http" ? ":80" : ":443"
        let start = address.index(mark, offsetBy: 3)
        let end = address[start...].firstIndex { $0 == "/" || $0 == "?" } ?? address.endIndex
        let host = address[start..<end]
        let head = String(address[..<start])
        let tail = String(address[end...])
        if host.hasSuffix(port) { return [address, head + String(host.dropLast(port.count)) + tail] }
        let behindCredentials = host.lastIndex(of: "@").map { host[$0...] } ?? host
        return behindCredentials.contains(":") ? [address] : [address, head + String(host) + port + tail]
    }
}
