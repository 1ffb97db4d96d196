import Desk
import Testing

@Suite("What a failure to send says")
struct DeliveryOutcomeTests {
    @Test("without a whole answer, only what was not sent or may be repeated is tried again")
    func failures() {
        #expect(DeliveryOutcome.of(.notSent(cause: "c"), isIdempotent: false) == .retry(after: nil, cause: "c"))
        #expect(DeliveryOutcome.of(.interrupted(cause: "c"), isIdempotent: true) == .retry(after: nil, cause: "c"))
        #expect(DeliveryOutcome.of(.interrupted(cause: "c"), isIdempotent: false) == .unknown(cause: "c"))
        #expect(DeliveryOutcome.of(.forbidden(cause: "c"), isIdempotent: true) == .refused(code: "forbidden_address", words: "c"))
    }
}
