import Desk

extension OutgoingRequest {
    /// Whether method, URL and headers hold nothing that would end a line or begin another header.
    var isWellFormed: Bool {
        Self.isToken(method) && !url.isEmpty && url.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
            && headers.allSatisfy { header in
                Self.isToken(header.name) && header.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
            }
    }

    /// RFC 9110, 5.6.2.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }
}
