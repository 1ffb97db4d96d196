import Peers
import Synchronization

/// A platform that counts how often it was sent each reply, and now and then misbehaves.
final class StressPeer: Sendable {
    private let state: Mutex<State>
    private let peer = Mutex<ScriptedPeer?>(nil)

    private struct State {
        var random: SplitMix
        /// Requests read, by number.
        var read: [Int: Int] = [:]
        /// Requests answered with success.
        var taken: [Int: Int] = [:]
        /// Requests that may have been acted on: all but those refused in so many words.
        var acted: [Int: Int] = [:]
        var unmarked = 0
    }

    /// - Parameter misbehaves: Percent of requests that are not answered with success.
    init(seed: UInt64, misbehaves: Int) throws {
        state = Mutex(State(random: SplitMix(seed)))
        let peer = try ScriptedPeer(decide: { [weak self] in self?.answer($0, misbehaves) ?? .close })
        self.peer.withLock { $0 = peer }
    }

    var url: String { peer.withLock { $0?.url ?? "" } }
    var read: [Int: Int] { state.withLock { $0.read } }
    var taken: [Int: Int] { state.withLock { $0.taken } }
    var acted: [Int: Int] { state.withLock { $0.acted } }
    var unmarked: Int { state.withLock { $0.unmarked } }

    private func answer(_ request: PeerRequest, _ misbehaves: Int) -> PeerAct {
        state.withLock { state in
            guard let number = StressArrival.number(in: request.body) else {
                state.unmarked += 1
                return .answer(400)
            }
            state.read[number, default: 0] += 1
            guard Int(state.random.next() % 100) < misbehaves else {
                state.taken[number, default: 0] += 1
                state.acted[number, default: 0] += 1
                return .answer(200, body: #"{"ok":true,"result":{"message_id":\#(number),"chat":{"id":\#(number)}}}"#)
            }
            let refusals: [PeerAct] = [.answer(503), .answer(429, headers: ["retry-after": "1"])]
            let acts: [PeerAct] = [.late, .close, .reset, .half, .garbage, .answer(500)]
            let choice = Int(state.random.next() % UInt64(refusals.count + acts.count))
            if choice < refusals.count { return refusals[choice] }
            state.acted[number, default: 0] += 1
            return acts[choice - refusals.count]
        }
    }
}
