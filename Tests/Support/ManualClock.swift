package import Desk
import Synchronization

/// A clock that stands still until it is moved; sleeping moves it.
package final class ManualClock: Sendable {
    private let milliseconds: Mutex<Int>
    private let offset = Mutex(0)

    package init(_ start: Instant) { milliseconds = Mutex(start.seconds * 1000) }

    package var now: Instant { Instant(seconds: (ticks + offset.withLock { $0 } * 1000) / 1000) }
    package var ticks: Int { milliseconds.withLock { $0 } }

    package func advance(seconds: Int) { milliseconds.withLock { $0 += seconds * 1000 } }
    /// Moves the time of day alone, as a person or a time server does.
    package func moveTimeOfDay(seconds: Int) { offset.withLock { $0 += seconds } }

    package var courierClock: CourierClock {
        CourierClock(
            now: { self.now }, ticks: { self.ticks },
            sleep: { milliseconds in
                self.milliseconds.withLock { $0 += milliseconds }
                await Task.yield()
            })
    }
}
