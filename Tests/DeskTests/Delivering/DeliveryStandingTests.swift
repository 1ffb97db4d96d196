import Desk
import Testing

@Suite("What still stands when a delivery's turn comes")
struct DeliveryStandingTests {
    @Test("each change has its own reason, the first in order wins, and a freeze sends back what nobody has read and may hold the rest")
    func verdicts() {
        func verdict(_ change: (inout DeliveryStanding) -> Void) -> DeliveryStanding.Verdict {
            var standing = DeliveryStanding()
            change(&standing)
            return standing.verdict
        }
        #expect(verdict { _ in } == .stands)
        #expect(verdict { $0.isApproved = false } == .falls(.withdrawn))
        #expect(verdict { $0.isCurrent = false } == .falls(.superseded))
        #expect(verdict { $0.isTakenOver = true } == .falls(.takenOver))
        #expect(verdict { $0.isOpen = false } == .falls(.closed))
        #expect(verdict { $0.isFrozen = true } == .stands)
        #expect(verdict { ($0.isFrozen, $0.isUnreviewed) = (true, true) } == .falls(.frozen))
        #expect(verdict { ($0.isFrozen, $0.isHeld) = (true, true) } == .waits)
        #expect(verdict { ($0.isHeld, $0.isUnreviewed) = (true, true) } == .falls(.frozen))
        #expect(verdict { ($0.isHeld, $0.isCurrent) = (true, false) } == .falls(.superseded))
        #expect(verdict { ($0.isApproved, $0.isCurrent, $0.isOpen) = (false, false, false) } == .falls(.withdrawn))
    }

    @Test("a lease ends at its moment, or when the clock was moved further back than it is long")
    func lease() {
        let lease = Lease(delivery: 1, number: 1, worker: "w", since: Instant(seconds: 1000), until: Instant(seconds: 1060))
        for (second, isOver) in [(1000, false), (1059, false), (1060, true), (5000, true), (990, false), (940, false), (939, true)] {
            #expect(lease.isOver(at: Instant(seconds: second)) == isOver, "\(second)")
        }
    }
}
