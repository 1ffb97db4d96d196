public import IntentEngine

/// A draft as a case holds it.
public struct CaseDraft: Sendable, Hashable {
    /// The store's number; 0 before it is stored.
    public var id: Int64
    public let text: String
    public let language: Language
    public let visibility: Message.Visibility
    /// The templates it was built from; nil where a colleague wrote it.
    public let template: String?
    /// Who wrote or last edited it; nil for the rules.
    public let author: String?
    /// External id of the message it answers.
    public let inReplyTo: String
    public let findings: [DraftFinding]
    /// The case's version from which on it was the current draft.
    public let sinceVersion: Int
    public var state: DraftState

    public init(
        id: Int64 = 0, text: String, language: Language, visibility: Message.Visibility, template: String?, author: String?,
        inReplyTo: String, findings: [DraftFinding], sinceVersion: Int, state: DraftState = .proposed
    ) {
        self.id = id
        self.text = text
        self.language = language
        self.visibility = visibility
        self.template = template
        self.author = author
        self.inReplyTo = inReplyTo
        self.findings = findings
        self.sinceVersion = sinceVersion
        self.state = state
    }

    /// The draft with something more held against it.
    func holding(_ finding: DraftFinding) -> CaseDraft {
        CaseDraft(
            id: id, text: text, language: language, visibility: visibility, template: template, author: author, inReplyTo: inReplyTo,
            findings: findings + [finding], sinceVersion: sinceVersion, state: state)
    }

    /// Whether it waits for a colleague.
    public var isProposed: Bool { state == .proposed }
}
