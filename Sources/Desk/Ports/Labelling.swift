public import IntentEngine

/// Questions that colleagues answered, with the request each turned out to make: what rules are measured on, and learn from.
public protocol Labelling: Sendable {
    /// Takes note in the audit trail that they are handed out, before any is.
    func handOutLabels(by name: String, at now: Instant) async throws(StoreFailure)

    /// Questions whose answer a colleague let go as the rules wrote it for a request, or changed; as their author wrote them, oldest
    /// answer first. Holding replies, answers in a colleague's own words and unreviewed ones say nothing of what was asked.
    ///
    /// - Parameters:
    ///   - moment: Only of answers from then on.
    ///   - number: Only behind the one of this number.
    ///   - most: How many at most.
    func labelledQuestions(since moment: Instant, after number: Int64, most: Int) async throws(StoreFailure) -> [LabelledQuestion]

    /// Of the same questions those that the rules took for something else, or for nothing, latest answer first.
    ///
    /// - Parameter most: How many at most. No more than a hundred times as many answers are looked at.
    func corrections(since moment: Instant, most: Int) async throws(StoreFailure) -> [LabelledQuestion]
}

/// A customer's question, and what a colleague answered it as.
public struct LabelledQuestion: Sendable, Hashable {
    /// Ascending in the order of the answers.
    public let number: Int64
    public let caseNumber: Int64
    public let text: String
    /// The language it was answered in.
    public let language: Language
    /// The request it was answered as.
    public let intent: String
    /// The first request that the rules recognised when it came; nil where they recognised none.
    public let recognised: String?
    /// Whether the colleague changed the answer.
    public let isEdited: Bool

    public init(
        number: Int64, caseNumber: Int64, text: String, language: Language, intent: String, recognised: String?, isEdited: Bool
    ) {
        self.number = number
        self.caseNumber = caseNumber
        self.text = text
        self.language = language
        self.intent = intent
        self.recognised = recognised
        self.isEdited = isEdited
    }

    /// Whether the rules took it for something else, or for nothing.
    public var isCorrected: Bool { recognised != intent }
}
