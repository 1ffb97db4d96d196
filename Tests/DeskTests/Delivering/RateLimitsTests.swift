import Desk
import Testing

@Suite("Rate limits")
struct RateLimitsTests {
    @Test("a burst passes at once, then one request an interval, and a rest fills the bucket again")
    func bucket() {
        var bucket = TokenBucket(interval: 100, burst: 3)
        #expect([0, 0, 0].map { bucket.take(at: $0) } == [nil, nil, nil])
        #expect(bucket.take(at: 0) == 100)
        #expect(bucket.take(at: 60) == 40)
        #expect(bucket.take(at: 100) == nil)
        #expect(bucket.take(at: 100) == 100)
        #expect([10_000, 10_000, 10_000].map { bucket.take(at: $0) } == [nil, nil, nil])
        #expect(bucket.take(at: 10_000) == 100)
        bucket.giveBack()
        #expect(bucket.take(at: 10_000) == nil)
    }

    @Test("asked every millisecond for a minute, no more than burst and rate pass")
    func longRun() {
        var bucket = TokenBucket(interval: 250, burst: 5)
        let passed = (0..<60_000).count { bucket.take(at: $0) == nil }
        #expect(passed == 5 + 59_999 / 250)
    }

    @Test("an interval of nothing limits nothing")
    func unlimited() {
        var bucket = TokenBucket(interval: 0, burst: 1)
        #expect((0..<1000).allSatisfy { _ in bucket.take(at: 5) == nil })
        #expect(bucket.take(at: 4) == nil)
    }

    @Test("accounts are limited apart, each by its channel's limit, and those held back are named")
    func accounts() {
        var limits = RateLimits(["telegram": .init(interval: 1000, burst: 1)], fallback: .init(interval: 10, burst: 2))
        let (slow, other) = (ChannelAccount(channel: "telegram", account: "a"), ChannelAccount(channel: "telegram", account: "b"))
        let fast = ChannelAccount(channel: "standard", account: "a")
        #expect([slow, other, fast, fast].map { limits.take($0, at: 0) } == [nil, nil, nil, nil])
        #expect(limits.withheld(at: 0) == [slow: 1000, other: 1000, fast: 10])
        #expect(limits.withheld(at: 20) == [slow: 980, other: 980])
        limits.giveBack(other)
        #expect(limits.withheld(at: 20) == [slow: 980])
    }
}
