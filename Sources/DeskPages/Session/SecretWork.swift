import Cryptography
import Desk
import Dispatch
import Synchronization

/// Hashes passwords away from the threads that serve, a few at a time: each takes memory and a processor for a while.
final class SecretWork: Sendable {
    private let queues: [DispatchQueue]
    private let state = Mutex((next: 0, waiting: 0))

    /// Hashes under way and waiting; who comes then is asked to come again.
    private static let mostWaiting = 16

    init(lanes: Int = 2) { queues = (0..<max(1, lanes)).map { DispatchQueue(label: "courtois.secrets.\($0)") } }

    /// Whether `password` is the one of `hash`, however its accents were typed; nil when too many are asking.
    func matches(_ password: String, _ hash: PasswordHash) async -> Bool? {
        await run {
            let composed = Composition.composed(password)
            // Hashes of before are of the bytes as they came.
            return hash.matches(composed) || !composed.utf8.elementsEqual(password.utf8) && hash.matches(password)
        }
    }

    /// The hash of a new password; nil when too many are asking, or there is no memory.
    func hash(_ password: String, salt: [UInt8]) async -> PasswordHash? {
        await run { PasswordHash(of: Composition.composed(password), salt: salt) } ?? nil
    }

    private func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
        let lane = state.withLock { state -> Int? in
            guard state.waiting < Self.mostWaiting else { return nil }
            state.waiting += 1
            state.next += 1
            return state.next % queues.count
        }
        guard let lane else { return nil }
        let value = await withCheckedContinuation { continuation in
            queues[lane].async { continuation.resume(returning: work()) }
        }
        state.withLock { $0.waiting -= 1 }
        return value
    }
}
