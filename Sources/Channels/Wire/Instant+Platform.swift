import Desk

extension Instant {
    /// The moment a platform's number means: seconds since 1970, or milliseconds. Nil before 1970 and after the year 9999,
    /// so that nobody who reckons with it can be made to overflow.
    init?(platform number: Int) {
        let seconds = number > 100_000_000_000 ? number / 1000 : number
        guard (0...253_402_300_799).contains(seconds) else { return nil }
        self.init(seconds: seconds)
    }
}
