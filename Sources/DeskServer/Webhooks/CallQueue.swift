import Channels
import Desk
import Synchronization

/// Calls on their way from those who have read them to the one who decides and keeps them.
///
/// All that wait are taken at once: so one commit is for more calls the longer the last one took.
final class CallQueue: Sendable {
    private let state = Mutex(State())

    /// A call, and whoever waits for what becomes of it.
    struct Entry: Sendable {
        let call: ReadCall
        let caller: CheckedContinuation<WebhookOutcome, Never>
    }

    private struct State {
        var entries: [Entry] = []
        var hasEnded = false
        /// Whoever takes, while there is nothing to take.
        var taker: CheckedContinuation<Void, Never>?

        /// The taker, when there is something for it, or nothing will come any more.
        mutating func wakeTaker() -> CheckedContinuation<Void, Never>? {
            guard !entries.isEmpty || hasEnded else { return nil }
            defer { taker = nil }
            return taker
        }
    }

    /// Calls that wait to be taken, at this moment.
    var waiting: Int { state.withLock { $0.entries.count } }

    /// Calls of one taking. An answer waits for all of them.
    private static let most = 128

    // MARK: Calling

    /// Gives a call, and waits for what becomes of it.
    func give(_ call: ReadCall) async -> WebhookOutcome {
        await withCheckedContinuation { continuation in
            let (isTaken, woken) = state.withLock { state in
                if state.hasEnded { return (false, CheckedContinuation<Void, Never>?.none) }
                state.entries.append(Entry(call: call, caller: continuation))
                return (true, state.wakeTaker())
            }
            if !isTaken { continuation.resume(returning: .notStored(Self.ended)) }
            woken?.resume()
        }
    }

    private static let ended = StoreFailure.unavailable(place: "desk", cause: "the server has stopped")

    // MARK: Keeping

    /// All calls that wait, as soon as one does, up to a hundred or so; none when no more will come.
    func take() async -> [Entry] {
        await withCheckedContinuation { continuation in
            let woken = state.withLock { state in
                state.taker = continuation
                return state.wakeTaker()
            }
            woken?.resume()
        }
        return state.withLock { state in
            let taken = Array(state.entries.prefix(Self.most))
            state.entries.removeFirst(taken.count)
            return taken
        }
    }

    /// No more is taken in. What was given is still to be taken.
    func end() {
        let woken = state.withLock { state in
            state.hasEnded = true
            return state.wakeTaker()
        }
        woken?.resume()
    }
}
