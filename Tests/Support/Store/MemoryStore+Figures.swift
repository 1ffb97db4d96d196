package import Desk
internal import Synchronization

extension MemoryStore: Figures {
    package func figures(of period: FigurePeriod, hours: OpeningHours) async -> DeskFigures {
        state.withLock { state in
            var tally = FigureTally(period, hours: hours)
            let span = FigureTally.hours(of: period)
            for entry in state.entries {
                let hour = FigureTally.hour(of: entry.arrival.receivedAt)
                guard span.contains(hour) else { continue }
                for (kind, name) in entry.arrival.figureNames { tally.add(1, kind, name, hour: hour) }
            }
            for verdict in state.verdicts where period.start <= verdict.note.at && verdict.note.at < period.end {
                let note = verdict.note
                tally.add(note.verdict, at: note.at, waitsSince: note.waitsSince, openedAt: verdict.openedAt)
                tally.add(1, note.verdict, of: note.rule)
            }
            for entry in state.outbox where period.start <= entry.delivery.queuedAt && entry.delivery.queuedAt < period.end {
                tally.add(1, deliveries: entry.delivery.state.kind)
            }
            return tally.figures()
        }
    }
}

extension MemoryStore.State {
    func proposedTemplate(of item: Case) -> String? {
        let last = drafts.last { $0.caseNumber == item.number && $0.draft.inReplyTo == item.question.message && $0.draft.template != nil }
        return last?.draft.state.kind == .rejected ? nil : last?.draft.template
    }

    mutating func add(_ note: VerdictNote, of item: Case) {
        let isFirst = note.verdict.isAnswer && !verdicts.contains { $0.caseNumber == item.number && $0.note.verdict.isAnswer }
        verdicts.append(.init(caseNumber: item.number, note: note, openedAt: isFirst ? item.openedAt : nil))
    }
}
