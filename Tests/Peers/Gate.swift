import Dispatch

/// Holds threads until it is opened.
package final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    package init() {}

    package func open() { semaphore.signal() }

    /// Blocks until the gate is open, for the first and for all later ones.
    package func wait() {
        semaphore.wait()
        semaphore.signal()
    }
}
