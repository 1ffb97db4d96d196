internal import Desk

extension MemoryStore.State {
    /// Does what a changed or deleted message means for its case.
    mutating func take(_ revision: MessageRevision, by name: String, at now: Instant) {
        let key = MemoryStore.Key(channel: revision.message.channel, account: revision.message.account, id: revision.message.id)
        guard let index = keys[key], revision.isNews(of: entries[index].stored) else { return }
        let entry = entries[index]
        var item = cases[Int(entry.caseNumber) - 1]
        let stoppable = outbox.filter { reply in
            reply.delivery.caseID == entry.caseNumber && reply.delivery.reply.inReplyTo == entry.message.id
                && reply.delivery.state.kind.isUnderWay && reply.lease?.writing == nil
        }.map(\.delivery.draftID)
        guard let arrival = revision.arrival else {
            let effects = item.hear(deletionOf: entry.message.id, stoppable: stoppable)
            entries[index].deletedAt = revision.at
            record(.messageDeleted, "case/\(entry.caseNumber)", by: name, at: now)
            return write(item, effects, by: name, at: now)
        }
        let isAlone = !entries.contains { other in
            other.caseNumber == entry.caseNumber && other.number != entry.number && other.arrival.receivedAt >= item.waitsSince
                && other.stored.disposition != .ignore && other.deletedAt == nil
        }
        let effects = item.hear(edit: arrival, isAlone: isAlone, stoppable: stoppable)
        record(.messageEdited, "case/\(entry.caseNumber)", by: name, at: now, words: arrival.line)
        forgetWords(audit: entry.audit)
        entries[index].revise(arrival, at: revision.at, audit: Int64(rows.count))
        write(item, effects, by: name, at: now)
    }
}

extension MemoryStore.Entry {
    fileprivate mutating func revise(_ arrival: Arrival, at moment: Instant, audit: Int64) {
        message.author = message.author ?? arrival.message.author
        message.subject = arrival.message.subject
        message.rating = arrival.message.rating
        message.text = arrival.message.text
        text = arrival.message.text
        line = arrival.line
        revision = arrival
        editedAt = moment
        self.audit = audit
    }
}
