/// The holding reply that each rule names, by its number in the library; nil where there is none.
struct HoldingNumbers: Sendable {
    /// By signal.
    let signals: [Int?]
    /// By intent: its own, else that of the unknown.
    let intents: [Int?]
    let unknown: Int?
    let otherLanguage: Int?
    let severalInPublic: Int?
    /// While an alarm stands.
    let alarm: Int?

    /// - Parameter names: `ReplyLibrary.holdings`.
    init(_ policy: Policy, names: [String]) {
        func number(_ name: String?) -> Int? { name.flatMap { names.firstIndex(of: $0) } }
        signals = policy.signals.map { number($0.holding) }
        intents = policy.intents.map { number($0.holding ?? policy.unknown.holding) }
        unknown = number(policy.unknown.holding)
        otherLanguage = number(policy.unknown.otherLanguageHolding)
        severalInPublic = number(policy.severalInPublic)
        alarm = number(policy.alarm?.holding)
    }
}
