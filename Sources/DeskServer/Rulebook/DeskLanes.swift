import Desk
import Synchronization

/// A few desks with one rulebook. A conversation always falls to the same lane, where it is known which texts it has had.
final class DeskLanes: Sendable {
    let hash: String
    private let lanes: [Lane]

    /// Conversations remembered by all lanes together.
    private static let conversations = 16_384

    private final class Lane: Sendable {
        let state: Mutex<(desk: MessageDesk, memory: ConversationMemory)>

        init(_ desk: MessageDesk, _ memory: ConversationMemory) { state = Mutex((desk, memory)) }
    }

    init(_ edition: RulebookEdition, count: Int, _ known: RememberedTexts) {
        hash = edition.hash
        let count = max(1, count)
        var memories = [ConversationMemory](repeating: ConversationMemory(capacity: Self.conversations / count), count: count)
        for (conversation, used) in known.used { memories[Int(conversation % UInt64(memories.count))].remember(conversation, used) }
        lanes = memories.map { Lane(edition.desk, $0) }
    }

    /// Lanes with other rules, which know what conversations have had.
    init(_ edition: RulebookEdition, after old: DeskLanes) {
        hash = edition.hash
        lanes = old.lanes.map { lane in Lane(edition.desk, lane.state.withLock { $0.memory }) }
    }

    /// The message with what is made of it.
    func arrival(of message: Message, at now: Instant, delivery: String, replyUntil: Instant?) -> Arrival {
        arrival(of: MessageReader.Reading(of: message), at: now, delivery: delivery, replyUntil: replyUntil)
    }

    /// The message that was read, with what is made of it.
    func arrival(of reading: MessageReader.Reading, at now: Instant, delivery: String, replyUntil: Instant?) -> Arrival {
        let message = reading.message
        let conversation = StableHash.conversation(of: message)
        return lanes[Int(conversation % UInt64(lanes.count))].state.withLock { state in
            var used = UsedTexts()
            guard message.conversation != nil else {
                return state.desk.arrival(of: reading, used: &used, at: now, delivery: delivery, replyUntil: replyUntil)
            }
            var arrival: Arrival?
            state.memory.update(conversation) { used in
                arrival = state.desk.arrival(of: reading, used: &used, at: now, delivery: delivery, replyUntil: replyUntil)
            }
            guard let arrival else { preconditionFailure("a memory hands out every conversation") }
            return arrival
        }
    }
}
