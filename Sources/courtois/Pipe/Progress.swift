/// Counts messages on the terminal while a long input runs through.
struct Progress {
    private let isShown: Bool
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now
    private var wasShown = false

    init(isShown: Bool) { self.isShown = isShown }

    /// Shows the count, at most twice a second and not before the first second.
    mutating func show(messages: Int) {
        guard isShown else { return }
        let now = ContinuousClock.now
        guard now - start > .seconds(1), now - last > .milliseconds(500) else { return }
        last = now
        wasShown = true
        let elapsed = (now - start).components
        let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
        Terminal.write("\r\u{1B}[K\(messages) messages, \(Int(Double(messages) / seconds)) a second", to: .error)
    }

    /// Takes the line away.
    func end() {
        if wasShown { Terminal.write("\r\u{1B}[K", to: .error) }
    }
}
