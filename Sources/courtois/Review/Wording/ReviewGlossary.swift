import Desk
import IntentEngine
import IntentFiles

/// The brand's names for teams, intents and signals, and its time zone.
struct ReviewGlossary: Sendable {
    var teams: [Team: [Language: String]] = [:]
    var intents: [String: [Language: String]] = [:]
    var signals: [String: [Language: String]] = [:]
    var zone = TimeZoneTable.utc
    /// Reasons in the language of the screen.
    var reasons: [Language: ReasonTranslation] = [:]
}

extension ReviewGlossary {
    init(_ loaded: LoadedRulebook) {
        func typeset(_ titles: [Language: String]) -> [Language: String] { titles.mapValues(\.typeset) }
        teams = loaded.brand.teams.mapValues { typeset($0.title) }
        intents = Dictionary(zip(loaded.rulebook.intents, loaded.policy.intents.map { typeset($0.title) })) { first, _ in first }
        signals = Dictionary(zip(loaded.rulebook.signals, loaded.policy.signals.map { typeset($0.title) })) { first, _ in first }
        for language in Language.ruled {
            reasons[language] = ReasonTranslation(policy: loaded.policy, brand: loaded.brand, to: language)
        }
        zone = loaded.brand.openingHours.zone
    }
}
