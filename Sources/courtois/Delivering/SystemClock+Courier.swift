import Desk

extension SystemClock {
    /// The machine's clocks, as a courier reads them.
    static let courier = CourierClock(
        now: now,
        ticks: {
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
        },
        sleep: { milliseconds in
            // Thrown when the task is cancelled: the sleep is over then.
            try? await Task.sleep(for: .milliseconds(milliseconds))
        })

    private static let start = ContinuousClock.now
}
