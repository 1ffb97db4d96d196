import Desk

extension CaseFile {
    /// What the rules proposed last, before anybody wrote.
    var ownDraft: CaseDraft? { drafts.last { $0.author == nil && !$0.text.isEmpty } }

    /// What the decision on a message says.
    func reading(of message: StoredMessage) -> DecisionReading {
        message.line.map { DecisionReading(line: $0, scalars: message.text?.unicodeScalars.count ?? 0) } ?? DecisionReading()
    }
}
