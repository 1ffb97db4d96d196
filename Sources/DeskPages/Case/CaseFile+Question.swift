import Desk
import DeskServer
import IntentEngine

extension CaseFile {
    /// Signals that call for a person on what has not been answered yet, each once.
    func gates(_ edition: RulebookEdition) -> [String] {
        let answered = drafts.compactMap { if case .sent(let approval) = $0.state { approval.at } else { nil } }.max()
        let open = messages.filter { message in answered.map { message.receivedAt > $0 } ?? true }
        let (names, policies) = (edition.desk.rulebook.signals, edition.desk.decider.policy.signals)
        let fired = Set(open.flatMap { reading(of: $0).signals.map(\.name) })
        return zip(names, policies).filter { $1.isGate && fired.contains($0) }.map(\.0)
    }

    /// What a redraft or an edit has put out of its place, and may come back.
    var previousDraft: CaseDraft? {
        guard let draft = self.case.draft, draft.isProposed, self.case.status == .waiting, self.case.takenOverBy == nil else { return nil }
        return drafts.last {
            $0.state == .replaced && $0.inReplyTo == draft.inReplyTo && $0.id != draft.id && $0.text != draft.text && !$0.text.isEmpty
        }
    }

    /// What brings it back: the rules’ text as theirs, a colleague’s as an edit of whoever does.
    func wayBack(_ edition: RulebookEdition) -> ReviewAction? {
        guard let draft = previousDraft else { return nil }
        if draft.author != nil { return edition.proofreader.edit(draft.text, of: self).action }
        let named = draft.template.map { String($0.prefix { $0 != "/" }) }.flatMap { edition.desk.rulebook.intents.contains($0) ? $0 : nil }
        let question = messages.last { $0.id == draft.inReplyTo }
        return .redraft(Redraft(backTo: draft, intent: named ?? question.flatMap { reading(of: $0).intents.first?.name }))
    }

    /// What the rules proposed last, before anybody wrote.
    var ownDraft: CaseDraft? { drafts.last { $0.author == nil && !$0.text.isEmpty } }

    /// What the decision on a message says.
    func reading(of message: StoredMessage) -> DecisionReading {
        message.line.map { DecisionReading(line: $0, scalars: message.text?.unicodeScalars.count ?? 0) } ?? DecisionReading()
    }
}
