import IntentEngine

/// A moment, in seconds since 1970 UTC, read from and written as RFC 3339.
public struct Instant: Sendable, Hashable, Comparable {
    public let seconds: Int

    public init(seconds: Int) { self.seconds = seconds }

    /// The moment an RFC 3339 time names (`2026-03-01T09:30:00+01:00`, `…Z`); nil when it is not one.
    public init?(rfc3339 text: String) {
        guard let moment = text.withBytes(Self.parse) else { return nil }
        self = moment
    }

    /// Reads an RFC 3339 time from its bytes; fractions of a second are dropped.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant? {
        guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " "),
            let year = number(bytes, 0, 4), let month = number(bytes, 5, 2), let day = number(bytes, 8, 2),
            let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2), let second = number(bytes, 17, 2),
            hour < 24, minute < 60, second <= 60, let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        var at = 19
        if bytes[at] == UInt8(ascii: ".") {
            at += 1
            while at < bytes.count, bytes[at] &- 0x30 < 10 { at += 1 }
        }
        guard at < bytes.count, let offset = offset(bytes, at) else { return nil }
        return Instant(seconds: date.daysSince1970 * 86400 + hour * 3600 + minute * 60 + second - offset)
    }

    private static func offset(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
        if bytes[at] | 0x20 == UInt8(ascii: "z") { return at + 1 == bytes.count ? 0 : nil }
        guard bytes.count == at + 6, bytes[at + 3] == UInt8(ascii: ":"), let hours = number(bytes, at + 1, 2),
            let minutes = number(bytes, at + 4, 2), hours < 24, minutes < 60
        else { return nil }
        switch bytes[at] {
        case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
        case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
        default: return nil
        }
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Int? {
        var number = 0
        for index in start..<start + length {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    /// RFC 3339 with the offset that held in `zone` at that moment.
    public func rfc3339(in zone: TimeZoneTable) -> String {
        String(unsafeUninitializedCapacity: Self.rfc3339Length) { bytes in
            write(in: zone, to: bytes)
            return Self.rfc3339Length
        }
    }

    /// How many bytes a time takes as RFC 3339.
    static let rfc3339Length = 25

    /// Writes RFC 3339 into the first bytes of `bytes`.
    func write(in zone: TimeZoneTable, to bytes: UnsafeMutableBufferPointer<UInt8>) {
        let offset = zone.offset(at: self)
        let local = seconds + offset
        let date = CivilDate(daysSince1970: local.floored(by: 86400))
        let second = local - date.daysSince1970 * 86400
        let form: StaticString = "0000-00-00T00:00:00+00:00"
        _ = bytes.initialize(fromContentsOf: UnsafeBufferPointer(start: form.utf8Start, count: Self.rfc3339Length))
        Self.write(date.year / 100, at: 0, bytes)
        Self.write(date.year % 100, at: 2, bytes)
        Self.write(date.month, at: 5, bytes)
        Self.write(date.day, at: 8, bytes)
        Self.write(second / 3600, at: 11, bytes)
        Self.write(second / 60 % 60, at: 14, bytes)
        Self.write(second % 60, at: 17, bytes)
        if offset < 0 { bytes[19] = UInt8(ascii: "-") }
        Self.write(abs(offset) / 3600, at: 20, bytes)
        Self.write(abs(offset) / 60 % 60, at: 23, bytes)
    }

    private static func write(_ number: Int, at place: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
        bytes[place] = UInt8(ascii: "0") + UInt8(number / 10 % 10)
        bytes[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
    }
}

extension Instant {
    /// The moment so many seconds later.
    public static func + (moment: Instant, seconds: Int) -> Instant { Instant(seconds: moment.seconds + seconds) }
}

extension Instant {
    /// RFC 3339 in UTC: `2026-03-01T09:30:00Z`.
    public var utc: String { String(rfc3339(in: TimeZoneTable.utc).prefix(19)) + "Z" }
}
