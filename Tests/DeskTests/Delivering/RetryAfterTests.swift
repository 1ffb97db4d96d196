import Desk
import Testing

@Suite("Retry-After")
struct RetryAfterTests {
    /// Sun, 06 Nov 1994 08:49:37 GMT is the example of RFC 9110.
    private let now = Instant(seconds: 784_111_777)

    @Test(
        "seconds and the three forms of HTTP dates are understood; nonsense is not",
        arguments: [
            ("0", 0), ("120", 120), ("  7\t", 7), ("99999999999999999999999", 366 * 86400), ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
            ("Sun, 06 Nov 1994 08:51:37 GMT", 120), ("Sun Nov  6 08:51:37 1994", 120), ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
            ("Fri, 31 Dec 9999 23:59:59 GMT", 366 * 86400), ("", nil), ("soon", nil), ("-5", nil), ("1.5", nil), ("12 s", nil),
            ("Sun, 06 Nov 1994 08:49:37 CET", nil), ("Sun, 32 Nov 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 25:49:37 GMT", nil),
        ] as [(String, Int?)])
    func table(_ value: String, _ seconds: Int?) { #expect(RetryAfter.seconds(value, now: now) == seconds) }

    @Test("a year of two digits is one of this century")
    func twoDigits() {
        let now = Instant(seconds: 1_793_954_977)  // 2026-11-06T08:49:37Z
        #expect(RetryAfter.seconds("Friday, 06-Nov-26 08:50:37 GMT", now: now) == 60)
    }
}
