import IntentEngine

/// The wait a platform asks for (RFC 9110, 10.2.3): seconds, or a date in one of HTTP's three forms.
public enum RetryAfter {
    /// No wait longer than this is believed: a year.
    static let most = 366 * 86400

    /// The seconds to wait from `now` on, never negative; nil when `value` says nothing.
    public static func seconds(_ value: String, now: Instant) -> Int? {
        let text = value.trimmingSpaces
        guard !text.isEmpty, text.utf8.count <= 40 else { return nil }
        if text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return min(Int(text) ?? most, most) }
        return date(text).map { min(max(0, $0.seconds - now.seconds), most) }
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
    private static func date(_ text: Substring) -> Instant? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }
        if words.count == 6, words[5] == "GMT", let day = number(words[1]), let month = month(words[2]), let year = number(words[3]) {
            return instant(year: words[3].utf8.count == 2 ? century(year) : year, month: month, day: day, time: words[4])
        }
        if words.count == 5, let month = month(words[1]), let day = number(words[2]), let year = number(words[4]) {
            return instant(year: year, month: month, day: day, time: words[3])
        }
        return nil
    }

    /// RFC 850 years: those of this century.
    private static func century(_ year: Int) -> Int { 2000 + year }

    private static func instant(year: Int, month: Int, day: Int, time: Substring) -> Instant? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).compactMap(number)
        guard parts.count == 3, parts[0] < 24, parts[1] < 60, parts[2] <= 60, let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return Instant(seconds: date.daysSince1970 * 86400 + parts[0] * 3600 + parts[1] * 60 + parts[2])
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { $0 &- 0x30 < 10 } && text.utf8.count <= 4 ? Int(text) : nil
    }

    private static func month(_ text: Substring) -> Int? { months.firstIndex { $0 == text }.map { $0 + 1 } }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

extension String {
    fileprivate var trimmingSpaces: Substring {
        var text = self[...]
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
