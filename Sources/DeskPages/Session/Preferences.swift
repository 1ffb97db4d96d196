import HTTPTypes
import IntentEngine

/// How somebody wants to see the desk.
struct Preferences: Sendable, Hashable {
    var language: Language
    var theme: Theme
    /// Whether single letters are commands. Some people's tools type letters on their own.
    var hasKeys: Bool

    enum Theme: String, Sendable, CaseIterable {
        case auto, light, dark
    }

    /// What was chosen, else what the browser asks for.
    init(_ cookies: [String: String], _ headers: HTTPFields) {
        language = Self.language(cookies[Cookies.language]) ?? Self.accepted(headers[.acceptLanguage] ?? "")
        theme = cookies[Cookies.theme].flatMap(Theme.init) ?? .auto
        hasKeys = cookies[Cookies.keys] != "off"
    }

    static func language(_ code: String?) -> Language? {
        switch code {
        case "fr": .french
        case "en": .english
        default: nil
        }
    }

    /// The first language of the list that the desk has, by weight; English where it has none of them.
    private static func accepted(_ header: String) -> Language {
        var best: (language: Language, weight: Double)?
        for part in header.split(separator: ",").prefix(32) {
            let fields = part.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = fields.first, let language = language(tag.prefix { $0 != "-" }.lowercased()) else { continue }
            let weight = fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language ?? (header.isEmpty ? .french : .english)
    }
}
