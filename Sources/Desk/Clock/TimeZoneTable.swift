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
