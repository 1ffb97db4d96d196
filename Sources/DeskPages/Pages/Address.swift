import Channels

/// Addresses of the desk.
enum Address {
    /// `a=1&b=2`, encoded.
    static func query(_ fields: [(String, String)]) -> String { String(decoding: FormFields.encoded(fields), as: UTF8.self) }

    /// The address with what else it says; without a question mark where that is nothing.
    static func with(_ path: String, _ fields: [(String, String)]) -> String {
        fields.isEmpty ? path : path + (path.contains("?") ? "&" : "?") + query(fields)
    }

    /// A place to go back to, as long as it is one of this desk: `//host` and `/\\host` are others'.
    static func own(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 2000, text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/\\"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 < 0x80 })
        else { return nil }
        return text
    }

    static func `case`(_ number: Int64) -> String { "/cases/\(number)" }
}
