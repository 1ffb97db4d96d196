import Synchronization

/// Blocks on their way from those who decide to the one who keeps.
///
/// The keeper takes what waits at once, so that one commit is for more messages the longer the last one took. Whoever decides
/// waits while too many messages are on their way.
final class ReceiveQueue: Sendable {
    private let state = Mutex(State())

    private struct State {
        var blocks: [ReceiveBlock] = []
        /// Kept and told of. Those that made them let go of them too: memory that one thread asks for and another gives back is memory
        /// that both wait for.
        var spent: [ReceiveBlock] = []
        /// Messages that were given and are not kept.
        var messages = 0
        var hasEnded = false
        var isClosed = false
        /// The keeper, while there is nothing to take.
        var taker: CheckedContinuation<Void, Never>?
        /// Whoever decides, until so many messages or fewer are on their way.
        var giver: (most: Int, continuation: CheckedContinuation<Void, Never>)?

        mutating func wakeTaker() -> CheckedContinuation<Void, Never>? {
            defer { taker = nil }
            return taker
        }

        mutating func wakeGiver() -> CheckedContinuation<Void, Never>? {
            guard let giver, isClosed || messages <= giver.most else { return nil }
            self.giver = nil
            return giver.continuation
        }
    }

    // MARK: Deciding

    /// Waits until `most` messages or fewer are on their way; false when nothing is kept any more.
    func room(for most: Int) async -> Bool {
        await withCheckedContinuation { continuation in
            let woken = state.withLock { state in
                state.giver = (most, continuation)
                return state.wakeGiver()
            }
            woken?.resume()
        }
        let (spent, isClosed) = state.withLock { state in
            defer { state.spent = [] }
            return (state.spent, state.isClosed)
        }
        _ = consume spent
        return !isClosed
    }

    func give(_ block: ReceiveBlock) {
        let woken = state.withLock { state in
            state.blocks.append(block)
            state.messages += block.arrivals.count
            return state.wakeTaker()
        }
        woken?.resume()
    }

    /// No more is given.
    func end() {
        let woken = state.withLock { state in
            state.hasEnded = true
            return state.wakeTaker()
        }
        woken?.resume()
    }

    // MARK: Keeping

    /// The blocks that wait, up to `most` messages, as soon as one does; none after the last.
    func take(upTo most: Int) async -> [ReceiveBlock] {
        await withCheckedContinuation { continuation in
            let woken = state.withLock { state in
                state.taker = continuation
                return state.blocks.isEmpty && !state.hasEnded ? nil : state.wakeTaker()
            }
            woken?.resume()
        }
        return state.withLock { state in
            var messages = 0
            let blocks = state.blocks.prefix { block in
                defer { messages += block.arrivals.count }
                return messages < most
            }
            state.blocks.removeFirst(blocks.count)
            return Array(blocks)
        }
    }

    /// A block is kept, and told of.
    func done(_ block: consuming ReceiveBlock) {
        let block = block
        let woken = state.withLock { state in
            state.messages -= block.arrivals.count
            state.spent.append(block)
            return state.wakeGiver()
        }
        woken?.resume()
    }

    /// Nothing is kept any more.
    func close() {
        let woken = state.withLock { state in
            state.isClosed = true
            return state.wakeGiver()
        }
        woken?.resume()
    }
}
