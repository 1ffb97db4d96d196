import Desk
import Synchronization

/// The desk of the rules in use, which decides one message at a time and remembers which texts each conversation has had.
final class SharedDesk: Sendable {
    let hash: String
    private let state: Mutex<(desk: MessageDesk, memory: ConversationMemory)>

    /// Whoever wrote an e-mail also wrote its date: a message may be on its way for so many seconds, a week, and no longer, as far
    /// as its due time goes. Mail servers give up after five days.
    private static let longestWay = 7 * 86_400
    /// Conversations remembered.
    private static let conversations = 16_384

    init(_ edition: RulebookEdition, _ known: RememberedTexts) {
        hash = edition.hash
        var memory = ConversationMemory(capacity: Self.conversations)
        for (conversation, used) in known.used { memory.remember(conversation, used) }
        state = Mutex((edition.desk, memory))
    }

    /// A desk with other rules, which knows what conversations have had.
    init(_ edition: RulebookEdition, after old: SharedDesk) {
        hash = edition.hash
        state = Mutex((edition.desk, old.state.withLock { $0.memory }))
    }

    /// The message with what is made of it.
    func arrival(of message: Message, after exchange: Exchange, at now: Instant, delivery: String, replyUntil: Instant?) -> Arrival {
        arrival(of: MessageReader.Reading(of: message), after: exchange, at: now, delivery: delivery, replyUntil: replyUntil)
    }

    /// The message that was read, with what is made of it.
    func arrival(
        of reading: MessageReader.Reading, after exchange: Exchange, at now: Instant, delivery: String, replyUntil: Instant?
    ) -> Arrival {
        let earliest = now + -Self.longestWay
        return state.withLock { state in
            var used = UsedTexts()
            guard reading.message.conversation != nil else {
                return state.desk.arrival(
                    of: reading, used: &used, after: exchange, at: now, from: earliest, delivery: delivery, replyUntil: replyUntil)
            }
            var arrival: Arrival?
            state.memory.update(StableHash.conversation(of: reading.message)) { used in
                arrival = state.desk.arrival(
                    of: reading, used: &used, after: exchange, at: now, from: earliest, delivery: delivery, replyUntil: replyUntil)
            }
            guard let arrival else { preconditionFailure("a memory hands out every conversation") }
            return arrival
        }
    }
}
