package import Desk
internal import Synchronization

extension MemoryStore: Listening {
    package func hear(_ call: PlatformCall) async throws(StoreFailure) -> CallReception {
        state.withLock { state in
            if let key = call.onceKey {
                guard state.heard.insert([call.door.channel, call.door.account, key]).inserted else { return .replayed }
            }
            var results: [Result<Reception, StoreFailure>] = []
            var notices = 0
            for item in call.items {
                switch item {
                case .arrival(let arrival): results.append(.success(state.receive(arrival, policy)))
                case .notice(let notice):
                    guard state.heard.insert([notice.onceKey]).inserted else { continue }
                    notices += 1
                    state.take(notice, by: "\(notice.channel)/\(notice.account)", at: call.at)
                case .revision(let revision):
                    let notice = revision.notice
                    guard state.heard.insert([notice.onceKey]).inserted else { continue }
                    notices += 1
                    state.take(revision, by: "\(notice.channel)/\(notice.account)", at: call.at)
                }
            }
            return .heard(results, notices: notices)
        }
    }

    package func probe(at now: Instant) async throws(StoreFailure) {}

    package func oldestWait() async throws(StoreFailure) -> Instant? {
        state.withLock { $0.cases.filter { $0.status == .waiting }.map(\.waitsSince).min() }
    }
}

extension MemoryStore.State {
    fileprivate mutating func take(_ notice: PlatformNotice, by name: String, at now: Instant) {
        if let conversation = notice.answeredElsewhere, var heard = Case.answered(parts(of: conversation)),
            !isOurs(notice, case: heard.number)
        {
            let number = heard.number
            let asked = entries.last { $0.caseNumber == number && $0.message.id == heard.question.message }
            let askedAt = asked.map { $0.message.sentAt ?? $0.arrival.receivedAt }
            let effects = heard.answerElsewhere(at: notice.answeredAt, askedAt: askedAt)
            if !effects.isEmpty { write(heard, effects, by: name, at: now) }
        }
        if let echo = notice.echo,
            let index = outbox.firstIndex(where: { entry in
                entry.delivery.reply.delivery == echo.delivery
                    && entry.delivery.reply.door == ChannelAccount(channel: notice.channel, account: notice.account)
            })
        {
            change(index, by: name, at: now) { _ = $0.echo(echo.externalID, at: now) }
        }
    }

    private func parts(of conversation: ConversationKey) -> [Case] {
        cases.filter { item in
            item.conversation.channel == conversation.channel && item.conversation.account == conversation.account
                && item.conversation.thread == conversation.name
        }
    }

    /// Whether what the platform shows was sent from here, or is leaving at this moment.
    private func isOurs(_ notice: PlatformNotice, case number: Int64) -> Bool {
        guard let id = notice.answerID else { return false }
        let door = ChannelAccount(channel: notice.channel, account: notice.account)
        return outbox.contains { entry in
            if case .sent(let ids, _) = entry.delivery.state, entry.delivery.reply.door == door, ids.contains(id) { return true }
            return entry.delivery.caseID == number && entry.lease?.writing != nil
        }
    }
}
