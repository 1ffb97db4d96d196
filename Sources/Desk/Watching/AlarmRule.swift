/// When many dissatisfied customers are more than chance, and for how long that is said once.
///
/// Counts of authors are compared as a control chart for counts compares them (the c chart: Montgomery, “Introduction to Statistical
/// Quality Control”, § 7.3): where customers complain independently of each other, their number in a window has a Poisson
/// distribution, whose standard deviation is the root of its mean. The mean is not known but estimated from the desk's own past; one is
/// added under the root, so that a past without a complaint does not make two of them a storm.
public struct AlarmRule: Sendable, Hashable {
    /// Seconds in which authors are counted; it slides.
    public var window = 3600
    /// Fewer authors never ring.
    public var authors = 8
    /// Standard deviations above what is usual from which it rings.
    public var sensitivity = 4
    /// Seconds in which it does not ring again for the same, unless the number of authors has doubled.
    public var cooldown = 6 * 3600
    /// The holding reply that is proposed while an alarm stands; without such a block, what is proposed otherwise.
    public var holding = "crisis"

    /// Days of the past that are looked at.
    static let pastDays = 28
    private static let day = 86_400

    public init() {}

    /// The window that ends now.
    public func present(at now: Instant) -> Range<Instant> { window(endingBefore: now + 1) }

    private func window(endingBefore end: Instant) -> Range<Instant> { end + -window..<end }

    /// The past, in windows of the same length: those at the same time of each of the last 28 days, because days have their hours, and
    /// those of the last day, one after the other. None reaches back to before the desk's first message.
    public func past(at now: Instant, since beginning: Instant) -> (days: [Range<Instant>], hours: [Range<Instant>]) {
        let end = now + 1
        let days = (1...Self.pastDays).map { window(endingBefore: end + -$0 * Self.day) }
        let hours = stride(from: window, through: Self.day - window, by: window).map { window(endingBefore: end + -$0) }
        return (days.filter { $0.lowerBound >= beginning }, hours.filter { $0.lowerBound >= beginning })
    }

    /// How many authors are usual: the mean over the same time of other days or over the last day, whichever is more; 0 without a past.
    public static func usual(days: [Int], hours: [Int]) -> Double {
        func mean(_ counts: [Int]) -> Double { counts.isEmpty ? 0 : Double(counts.reduce(0, +)) / Double(counts.count) }
        return max(mean(days), mean(hours))
    }

    /// Whether so many authors ring.
    ///
    /// - Parameters:
    ///   - usual: How many there are in such a window otherwise.
    ///   - last: The last alarm for the same, whether it still stands or not.
    public func rings(_ count: Int, usual: Double, after last: Alarm?, at now: Instant) -> Bool {
        guard count >= authors, Double(count) >= usual + Double(sensitivity) * (usual + 1).squareRoot() else { return false }
        guard let last, now < last.at + cooldown else { return true }
        return count >= 2 * last.authors
    }
}
