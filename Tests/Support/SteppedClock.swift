package import Desk
import Synchronization

/// A clock for what sleeps for hours: it stands still until it is moved, and sleepers sleep until then.
package final class SteppedClock: Sendable {
    private let state: Mutex<State>

    private struct State {
        var milliseconds: Int
        var sleepers: [Int: (until: Int, wake: CheckedContinuation<Void, Never>)] = [:]
        /// Those who wait for somebody to fall asleep.
        var watchers: [CheckedContinuation<Void, Never>] = []
        var names = 0
    }

    package init(_ start: Instant) { state = Mutex(State(milliseconds: start.seconds * 1000)) }

    package var now: Instant { Instant(seconds: ticks / 1000) }
    package var ticks: Int { state.withLock { $0.milliseconds } }

    package var courierClock: CourierClock {
        CourierClock(now: { self.now }, ticks: { self.ticks }, sleep: { await self.sleep($0) })
    }

    /// Moves the clock, and wakes those whose time has come.
    package func advance(seconds: Int) {
        let woken = state.withLock { state in
            state.milliseconds += seconds * 1000
            let due = state.sleepers.filter { $0.value.until <= state.milliseconds }
            for name in due.keys { state.sleepers[name] = nil }
            return due.values.map(\.wake)
        }
        for wake in woken { wake.resume() }
    }

    /// Returns once somebody sleeps: whoever was woken before has done what there was to do.
    package func untilAsleep() async {
        await withCheckedContinuation { continuation in
            let isAsleep = state.withLock { state in
                if state.sleepers.isEmpty { state.watchers.append(continuation) }
                return !state.sleepers.isEmpty
            }
            if isAsleep { continuation.resume() }
        }
    }

    private func sleep(_ milliseconds: Int) async {
        let name = state.withLock { state in
            state.names += 1
            return state.names
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let woken = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                    if milliseconds <= 0 || Task.isCancelled { return [continuation] }
                    state.sleepers[name] = (state.milliseconds + milliseconds, continuation)
                    defer { state.watchers = [] }
                    return state.watchers
                }
                for one in woken { one.resume() }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: name) }?.wake.resume()
        }
    }
}
