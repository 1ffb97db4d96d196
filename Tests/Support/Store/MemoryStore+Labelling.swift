package import Desk
internal import Synchronization

extension MemoryStore: Labelling {
    package func handOutLabels(by name: String, at now: Instant) async {
        state.withLock { state in state.record(.exported, "labels", by: name, at: now) }
    }

    package func labelledQuestions(since moment: Instant, after number: Int64, most: Int) async -> [LabelledQuestion] {
        state.withLock { state in Array(state.labels(since: moment).filter { $0.number > number }.prefix(most)) }
    }

    package func corrections(since moment: Instant, most: Int) async -> [LabelledQuestion] {
        state.withLock { state in Array(state.labels(since: moment).filter(\.isCorrected).reversed().prefix(most)) }
    }
}

extension MemoryStore.State {
    fileprivate func labels(since moment: Instant) -> [LabelledQuestion] {
        verdicts.enumerated().compactMap { index, verdict in
            let note = verdict.note
            guard note.at >= moment, [.untouched, .edited].contains(note.verdict), note.rule.namesRequest,
                let draft = drafts.first(where: { $0.draft.id == note.draft })?.draft,
                let entry = entries.first(where: { $0.caseNumber == verdict.caseNumber && $0.message.id == draft.inReplyTo }),
                let text = entry.text
            else { return nil }
            return LabelledQuestion(
                number: Int64(index) + 1, caseNumber: verdict.caseNumber, text: text, language: draft.language, intent: note.rule.intent,
                recognised: entry.line.flatMap { DecisionReading(line: $0, scalars: 0).intents.first?.name },
                isEdited: note.verdict == .edited)
        }
    }
}

extension FigureRule {
    /// Whether answers by this rule say what was asked: one that only says that somebody will answer does not.
    fileprivate var namesRequest: Bool { !intent.isEmpty && !template.hasPrefix("block/holding") }
}
