import Glibc
import Synchronization

/// Says how far a part has come, on standard error and at most once a second.
final class StressProgress: Sendable {
    private let last = Mutex(Int.min)

    /// - Parameter words: Made only when they are printed.
    func say(_ words: @autoclosure () -> String) {
        let now = StressHouse.ticks()
        let isDue = last.withLock { last in
            guard last == .min || now - last >= 1000 else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let bytes = Array("… \(words())\n".utf8)
        _ = write(2, bytes, bytes.count)
    }

    /// Says `words` each second while `body` runs.
    func during<Value: Sendable>(
        _ words: @escaping @Sendable () -> String, _ body: () async throws -> Value
    ) async rethrows -> Value {
        let ticking = Task {
            while !Task.isCancelled {
                say(words())
                try? await Task.sleep(for: .milliseconds(250))
            }
        }
        defer { ticking.cancel() }
        return try await body()
    }
}
