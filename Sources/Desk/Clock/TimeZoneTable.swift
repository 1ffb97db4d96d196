public import IntentEngine

/// The offsets of one time zone through the years, as a table, so that reckoning with it needs no system calls.
public struct TimeZoneTable: Sendable, Hashable {
    /// IANA name.
    public let name: String
    /// Moments from which an offset holds, ascending, in seconds since 1970; the first holds for all time before.
    private let starts: [Int]
    private let offsets: [Int]

    /// - Parameter transitions: moments and the offset from UTC, in seconds, that holds from each on.
    public init(name: String, transitions: [(start: Int, offset: Int)]) {
        self.name = name
        starts = transitions.map(\.start)
        offsets = transitions.isEmpty ? [0] : transitions.map(\.offset)
    }

    public static let utc = TimeZoneTable(name: "UTC", transitions: [])

    /// Seconds to add to UTC for the local time at `moment`.
    public func offset(at moment: Instant) -> Int {
        // Halves as often for every moment, without a branch that the processor would have to guess.
        let passed = starts.withUnsafeBufferPointer { starts in
            var passed = 0
            var left = starts.count
            while left > 0 {
                let half = (left + 1) / 2
                passed += starts[passed + half - 1] <= moment.seconds ? half : 0
                left -= half
            }
            return passed
        }
        return offsets[max(0, passed - 1)]
    }
}

extension TimeZoneTable {
    /// The day it is at `moment`.
    public func day(at moment: Instant) -> CivilDate { CivilDate(daysSince1970: (moment.seconds + offset(at: moment)).floored(by: 86400)) }

    /// When a day begins.
    public func start(of day: CivilDate) -> Instant { moment(ofLocal: day.daysSince1970 * 86400) }

    /// The moment at which clocks show so many seconds since 1970. Where they jump, the offset before the jump is taken.
    func moment(ofLocal seconds: Int) -> Instant {
        let guess = Instant(seconds: seconds - offset(at: Instant(seconds: seconds)))
        return Instant(seconds: seconds - offset(at: guess))
    }
}

extension Int {
    /// Divided by `divisor`, rounded down also below zero.
    func floored(by divisor: Int) -> Int { (self >= 0 ? self : self - divisor + 1) / divisor }
}

extension TimeZoneTable: Packable {
    public init(from image: inout ImageReader) throws(ImageDamage) {
        name = try String(from: &image)
        starts = try [Int](from: &image)
        offsets = try [Int](from: &image)
    }

    public func pack(into image: inout ImageWriter) {
        name.pack(into: &image)
        starts.pack(into: &image)
        offsets.pack(into: &image)
    }
}
