/// What an address may be.
enum EmailAddress {
    /// `text` where it is one address that can stand in a header without being taken for anything else.
    static func checked(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 254 else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, parts[1].first != ".", parts[1].last != "." else { return nil }
        let isPlain = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && !"<>()[],;:\\\"".unicodeScalars.contains($0) }
        return isPlain ? text : nil
    }
}
