import IntentEngine

extension Language {
    /// The language of a tag such as `fr` or `fr-CA`; nil when it is none.
    init?(tag: String) {
        let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
        guard (2...3).contains(primary.utf8.count), primary.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return nil }
        self = Language(rawValue: String(primary)) ?? .other
    }
}
