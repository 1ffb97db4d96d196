import Dispatch
import Glibc

/// What happens at the terminal, one thing at a time and only when it is asked for: nothing is read while an editor runs.
///
/// Waiting blocks, so it has a thread of its own.
final class ScreenEvents: @unchecked Sendable {
    enum Event: Sendable {
        case keys([Key])
        case resized
        /// A second has passed, or nearly.
        case tick
        /// A signal asks the program to end.
        case stop(Int32)
        /// The terminal is gone.
        case gone
    }

    // Touched on `queue` alone, so that it needs no lock.
    private var reader = KeyReader()
    private let queue = DispatchQueue(label: "courtois.review.keys")
    private let signals: ScreenSignals

    /// How long an escape may wait for the rest of its sequence; a slow line needs some time.
    private static let escapeMilliseconds: Int32 = 60

    init?() {
        guard let signals = ScreenSignals() else { return nil }
        self.signals = signals
    }

    /// Waits for the next event.
    func next() async -> Event {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.wait()) }
        }
    }

    /// Runs another program that has the terminal meanwhile; its keys are not this one's.
    func aside<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.signals.aside(body)) }
        }
    }

    private func wait() -> Event {
        var watched = [
            pollfd(fd: 0, events: Int16(POLLIN), revents: 0), pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        let isWaiting = reader.isWaiting
        let count = poll(&watched, 2, isWaiting ? Self.escapeMilliseconds : Self.untilNextSecond())
        if count < 0 { return errno == EINTR ? .tick : .gone }
        if watched[1].revents != 0, let number = signals.take() { return number == SIGWINCH ? .resized : .stop(number) }
        if count == 0 { return isWaiting ? .keys(reader.giveUp()) : .tick }
        guard watched[0].revents != 0 else { return .tick }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let got = read(0, &bytes, bytes.count)
        if got > 0 { return .keys(reader.read(bytes.prefix(got))) }
        return got < 0 && (errno == EINTR || errno == EAGAIN) ? .tick : .gone
    }

    private static func untilNextSecond() -> Int32 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int32(1000 - time.tv_nsec / 1_000_000) + 5
    }
}
