import Desk

/// Decides the lines of its shards for a store. A conversation always falls to the same shard.
///
/// `@unchecked Sendable`: between blocks the pipe owns it; during a block one task alone does.
final class ReceiveWorker: @unchecked Sendable {
    private var desk: MessageDesk
    private var memories = [ConversationMemory](repeating: ConversationMemory(capacity: conversations), count: PipeWorker.shards)
    /// What is on its way into the store may be asked again before it is there.
    private var pasts = ConversationPasts()
    /// What the current block's messages came to, in the order of their lines.
    private var arrivals: [Arrival] = []

    private static let conversations = 1024

    init(desk: MessageDesk) { self.desk = desk }

    /// Takes over what a conversation had before this run.
    func remember(_ conversation: UInt64, _ used: UsedTexts) {
        memories[Int(conversation % UInt64(PipeWorker.shards))].remember(conversation, used)
    }

    /// Gives the current block's arrivals away.
    func handOver() -> [Arrival] {
        defer { arrivals = [] }
        return arrivals
    }

    /// Takes what the store has of the conversations of the next block.
    func take(_ pasts: KeptPasts) { self.pasts.replace(pasts) }

    func decide(_ reading: MessageReader.Reading, shard: Int, at now: Instant, delivery: String) {
        let exchange = pasts.exchange(before: reading.message, at: now)
        if reading.message.conversation == nil {
            var used = UsedTexts()
            arrivals.append(desk.arrival(of: reading, used: &used, after: exchange, at: now, delivery: delivery))
        } else {
            memories[shard].update(StableHash.conversation(of: reading.message)) { used in
                arrivals.append(desk.arrival(of: reading, used: &used, after: exchange, at: now, delivery: delivery))
            }
        }
        if let arrival = arrivals.last { pasts.note(arrival) }
    }
}
