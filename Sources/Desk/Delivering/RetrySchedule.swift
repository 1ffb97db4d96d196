/// When a delivery is tried again.
///
/// Exponential backoff with full jitter (Brooker, “Exponential Backoff and Jitter”, AWS 2015): the n-th wait is drawn
/// evenly from 0 to `first`·2ⁿ⁻¹, at most `longest`. What a platform asks for is waited in full, and a little jitter more.
public struct RetrySchedule: Sendable, Hashable {
    /// Upper bound of the first wait, in seconds.
    public let first: Int
    /// Upper bound of every wait that is not asked for, in seconds.
    public let longest: Int

    public init(first: Int = 15, longest: Int = 4 * 3600) {
        self.first = max(1, first)
        self.longest = max(self.first, longest)
    }

    /// The seconds to wait after `attempts` tries, at least one.
    public func wait(attempts: Int, asked: Int?, using random: inout some RandomNumberGenerator) -> Int {
        if let asked { return asked + Int.random(in: 1...first, using: &random) }
        let doublings = min(max(attempts, 1) - 1, 30)
        return Int.random(in: 1...max(1, min(longest, first << doublings)), using: &random)
    }

    /// What an outcome comes to, for a delivery tried `attempts` times with this one.
    ///
    /// A try that would come when the delivery has expired is not waited for: it is a dead letter now.
    public func settle(
        _ outcome: DeliveryOutcome, attempts: Int, expires: Instant, now: Instant, using random: inout some RandomNumberGenerator
    ) -> Settlement {
        switch outcome {
        case .sent(let externalIds): return .sent(externalIds: externalIds)
        case .refused(let code, let words): return .refused(code: Self.short(code), words: Self.short(words))
        case .unknown(let cause): return .unknown(cause: Self.short(cause))
        case .paused(let cause): return .paused(cause: Self.short(cause))
        case .retry(let asked, let cause):
            let until = Instant(seconds: now.seconds + wait(attempts: attempts, asked: asked, using: &random))
            return until < expires ? .waiting(until: until, cause: Self.short(cause)) : .exhausted(cause: Self.short(cause))
        }
    }

    /// A platform's words, bounded: at most 200 scalars.
    static func short(_ words: String) -> String { String(String.UnicodeScalarView(words.unicodeScalars.prefix(200))) }
}
