/// Why the rules write no draft for what a colleague says the customer wants.
public enum RedraftRefusal: Error, Sendable, Hashable, CaseIterable {
    case noSuchIntent
    /// The customer's words have been erased, or their time has passed.
    case forgotten
    /// The intent has no text that could be used here.
    case noText

    /// Bounded, so that it can label a figure.
    public var label: String {
        switch self {
        case .noSuchIntent: "no_such_intent"
        case .forgotten: "forgotten"
        case .noText: "no_text"
        }
    }
}
