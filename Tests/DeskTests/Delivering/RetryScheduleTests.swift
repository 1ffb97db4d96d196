import Desk
import Testing

@Suite("When a delivery is tried again", .timeLimit(.minutes(10)))
struct RetryScheduleTests {
    private let now = Instant(seconds: 1_800_000_000)
    private let schedule = RetrySchedule()

    /// Always the greatest or the least number of the range asked for.
    private struct Extreme: RandomNumberGenerator {
        let value: UInt64
        mutating func next() -> UInt64 { value }
    }

    @Test(
        "the bound of the wait doubles with each try, from 15 seconds to four hours",
        arguments: [(1, 15), (2, 30), (3, 60), (4, 120), (8, 1920), (10, 7680), (11, 14400), (12, 14400), (1000, 14400)])
    func doubling(_ attempts: Int, _ bound: Int) {
        var (most, least) = (Extreme(value: .max), Extreme(value: 1))
        #expect(schedule.wait(attempts: attempts, asked: nil, using: &most) == bound)
        #expect(schedule.wait(attempts: attempts, asked: nil, using: &least) == 1)
    }

    @Test("the wait is drawn evenly over the whole range, so that a crowd spreads out")
    func fullJitter() {
        var random = SystemRandomNumberGenerator()
        let waits = (0..<4000).map { _ in schedule.wait(attempts: 5, asked: nil, using: &random) }
        #expect(waits.allSatisfy { (1...240).contains($0) })
        let mean = waits.reduce(0, +) / waits.count
        // The mean of 4000 draws lies within 6 standard errors (1.1 s each) of 120.5.
        #expect((113...128).contains(mean), "\(mean)")
        #expect(Set(waits).count > 200)
    }

    @Test("what a platform asks for is waited in full, with a little jitter on top", arguments: [0, 1, 30, 7200])
    func asked(_ seconds: Int) {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<50 { #expect((seconds + 1...seconds + 15).contains(schedule.wait(attempts: 9, asked: seconds, using: &random))) }
    }

    @Test("a try that would come at or after the expiry is a dead letter at once", arguments: [(101, true), (100, false)])
    func expiry(_ left: Int, _ waits: Bool) {
        var random = Extreme(value: .max)
        let expires = Instant(seconds: now.seconds + left)
        let settlement = RetrySchedule(first: 1).settle(
            .retry(after: 99, cause: "status 429"), attempts: 1, expires: expires, now: now, using: &random)
        #expect(
            settlement
                == (waits ? .waiting(until: Instant(seconds: now.seconds + 100), cause: "status 429") : .exhausted(cause: "status 429")))
    }

    @Test("a platform that is down for good is tried for three days, at most some dozens of times")
    func threeDays() {
        var random = SystemRandomNumberGenerator()
        let expires = Delivery.expiry(queuedAt: now, replyUntil: nil)
        var (at, attempts) = (now, 0)
        while true {
            attempts += 1
            let settlement = schedule.settle(
                .retry(after: nil, cause: "status 500"), attempts: attempts, expires: expires, now: at, using: &random)
            guard case .waiting(let until, _) = settlement else {
                #expect(settlement == .exhausted(cause: "status 500"))
                break
            }
            at = until
        }
        #expect((20...120).contains(attempts), "\(attempts)")
        #expect(at.seconds - now.seconds > 2 * 86400)
    }

    @Test("the reply window ends a delivery before the three days do")
    func replyWindow() {
        let soon = Instant(seconds: now.seconds + 60)
        let late = Instant(seconds: now.seconds + 30 * 86400)
        #expect(Delivery.expiry(queuedAt: now, replyUntil: soon) == soon)
        #expect(Delivery.expiry(queuedAt: now, replyUntil: late) == Instant(seconds: now.seconds + 3 * 86400))
    }

    @Test("every other outcome is settled as it is, with the platform's words cut at 200 scalars")
    func others() {
        var random = SystemRandomNumberGenerator()
        func settle(_ outcome: DeliveryOutcome) -> Settlement {
            schedule.settle(outcome, attempts: 1, expires: Instant(seconds: .max), now: now, using: &random)
        }
        #expect(settle(.sent(externalIds: ["m"])) == .sent(externalIds: ["m"]))
        #expect(settle(.unknown(cause: "no answer")) == .unknown(cause: "no answer"))
        #expect(settle(.paused(cause: "401")) == .paused(cause: "401"))
        let long = String(repeating: "é", count: 10_000)
        #expect(settle(.refused(code: "100", words: long)) == .refused(code: "100", words: String(repeating: "é", count: 200)))
    }
}
