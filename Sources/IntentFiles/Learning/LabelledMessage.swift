public import IntentEngine

/// A message with the intent a person gave it.
public struct LabelledMessage: Sendable {
    /// The label of a message that no intent is to claim.
    public static let nothing = "none"

    public let text: String
    public let label: String
    public let language: Language

    public init(text: String, label: String, language: Language) {
        self.text = text
        self.label = label
        self.language = language
    }
}
