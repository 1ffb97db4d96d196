import Cryptography

/// Where a page ended, as clients hand it back: opaque to them, and of no use for another list.
enum Cursor {
    static func text(_ parts: [String]) -> String { Hexadecimal.text(Array(parts.joined(separator: "|").utf8)) }

    /// The parts behind `list`; nil when the cursor is not one of that list.
    static func parts(_ text: String, of list: [String]) -> [String]? {
        guard text.utf8.count <= 1000, let bytes = Hexadecimal.bytes(text), let plain = String(validating: bytes, as: UTF8.self) else {
            return nil
        }
        let parts = plain.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        return parts.starts(with: list) ? Array(parts.dropFirst(list.count)) : nil
    }
}
