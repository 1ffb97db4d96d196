import Desk
import IntentEngine

/// Dates of e-mail (RFC 5322 § 3.3).
enum MailDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// No place on earth is further from Greenwich, in seconds: UTC+14.
    private static let widestOffset = 14 * 3600

    /// The moment of `Wed, 11 Oct 2017 18:31:04 -0700`; nil when it is none.
    static func instant(_ text: String) -> Instant? {
        var words = text.prefix(80).split(separator: " ")
        if words.first?.hasSuffix(",") == true { words.removeFirst() }
        guard words.count >= 5, let day = Int(words[0]), let month = months.firstIndex(of: words[1].prefix(3).lowercased()),
            let year = Int(words[2]), (1970...9999).contains(year), let date = CivilDate(year: year, month: month + 1, day: day),
            let offset = offset(words[4])
        else { return nil }
        let clock = words[3].split(separator: ":").map { Int($0) ?? -1 }
        guard (2...3).contains(clock.count), (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0...60).contains(clock.last ?? 0)
        else { return nil }
        let seconds = clock.count == 3 ? clock[2] : 0
        return Instant(seconds: date.daysSince1970 * 86_400 + clock[0] * 3600 + clock[1] * 60 + seconds - offset)
    }

    private static func offset(_ zone: Substring) -> Int? {
        if ["gmt", "ut", "utc", "z"].contains(zone.lowercased()) { return 0 }
        guard zone.utf8.count == 5, zone.first == "+" || zone.first == "-", let digits = Int(zone.dropFirst()), digits >= 0 else {
            return nil
        }
        let seconds = digits / 100 * 3600 + digits % 100 * 60
        guard digits % 100 < 60, seconds <= widestOffset else { return nil }
        return zone.first == "-" ? -seconds : seconds
    }
}
