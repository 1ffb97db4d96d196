import Desk
import Foundation
import IntentEngine
import Yams

/// `brand.yaml`: who speaks, when they are there, and what channels let through.
struct BrandFile {
    var brand: Brand
    /// What `{{link.x}}` and the like stand for.
    var constants: [String: String]
    var orderNumberShapes: [String]

    static let keys = [
        "name", "default_language", "register", "timezone", "opening_hours", "holidays", "order_numbers", "facts", "answers", "on_call",
        "teams", "channels", "may_say", "words",
    ]
}

extension YAMLReader {
    mutating func brand(_ document: Node) -> BrandFile {
        let fields = fields(document, "the brand", known: BrandFile.keys)
        let name = text(fields["name"], "name")
        if name == nil { report(document, "a brand without a name", "write “name: …”") }
        let zone = timeZone(fields["timezone"])
        let hours = OpeningHours(
            week: week(fields["opening_hours"]), holidays: holidays(fields["holidays"]), zone: zone)
        var brand = Brand(name: name ?? "", openingHours: hours)
        brand.defaultLanguage =
            choice(fields["default_language"], "language", Language.ruled.map(\.rawValue), Language.init(rawValue:)) ?? .french
        brand.register = choice(fields["register"], "register", Register.allCases.map(\.rawValue), Register.init(rawValue:)) ?? .vous
        brand.answers = answers(fields["answers"], hours)
        if let node = fields["on_call"], let time = answerTime(node, day: 24 * 60) { brand.onCall = time }
        for (name, key, value) in pairs(fields["teams"], "teams") {
            guard let team = choice(key, "team", Team.allCases.map(\.rawValue), Team.init(rawValue:)) else { continue }
            let fields = self.fields(value, "the team \(name)", known: ["fr", "en", "answers"])
            var title: [Language: String] = [:]
            for language in Language.ruled { title[language] = text(fields[language.rawValue], "the team's name") }
            brand.teams[team] = TeamSettings(title: title, answers: answers(fields["answers"], hours))
        }
        for (name, _, value) in pairs(fields["channels"], "channels") { brand.channels[name] = channel(value, name) }
        brand.allowedPromises = Set(items(fields["may_say"], "may_say").compactMap { text($0, "a phrase") })
        brand.acceptedWords = items(fields["words"], "words").compactMap { text($0, "a word") }
        var constants: [String: String] = [:]
        for (name, _, value) in pairs(fields["facts"], "facts") { constants[name] = text(value, "the fact “\(name)”") }
        let shapes = items(fields["order_numbers"], "order_numbers").compactMap { text($0, "the shape of an order number") }
        return BrandFile(brand: brand, constants: constants, orderNumberShapes: shapes)
    }

    private mutating func timeZone(_ node: Node?) -> TimeZoneTable {
        let name = text(node, "timezone") ?? "Europe/Paris"
        guard let zone = TimeZone(identifier: name) else {
            report(node, "unknown time zone “\(name)”", "use an IANA name such as Europe/Paris")
            return .utc
        }
        return TimeZoneTable(zone, from: 2000, to: 2060)
    }

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// `{mon-fri: "09:00-12:30, 14:00-18:00", sat: "10:00-16:00"}`
    private mutating func week(_ node: Node?) -> [[Range<Int>]] {
        var week = [[Range<Int>]](repeating: [], count: 7)
        guard node != nil else { return [[Range<Int>]](repeating: [9 * 60..<18 * 60], count: 5) + [[], []] }
        for (name, key, value) in pairs(node, "opening_hours") {
            let ends = name.split(separator: "-").map { Self.days.firstIndex(of: String($0)) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last else {
                report(key, "“\(name)” is no weekday", "use mon, tue, wed, thu, fri, sat, sun, or mon-fri")
                continue
            }
            guard let text = text(value, "opening hours") else { continue }
            let spans = text.split(separator: ",").map { Self.span(String($0)) }
            guard !spans.contains(nil) else {
                report(value, "“\(text)” are no opening hours", "write 09:00-12:30, 14:00-18:00")
                continue
            }
            for day in first...last { week[day] = spans.compactMap(\.self).sorted { $0.lowerBound < $1.lowerBound } }
        }
        return week
    }

    private static func span(_ text: String) -> Range<Int>? {
        let ends = text.split(separator: "-").map { minute(String($0).trimmed) }
        guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
        return start..<end
    }

    private static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour), (0..<60).contains(minute) else {
            return nil
        }
        return hour * 60 + minute
    }

    private mutating func holidays(_ node: Node?) -> Set<CivilDate> {
        var holidays: Set<CivilDate> = []
        for item in items(node, "holidays") {
            guard let text = text(item, "a holiday") else { continue }
            let parts = text.split(separator: "-").map { Int($0) }
            if parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
                let date = CivilDate(year: year, month: month, day: day)
            {
                holidays.insert(date)
            } else {
                report(item, "“\(text)” is no date", "write it as 2026-12-25")
            }
        }
        return holidays
    }

    /// `{P1: {within: 1h, fr: dans la journée, en: today}}`
    private mutating func answers(_ node: Node?, _ hours: OpeningHours) -> [Priority: AnswerTime] {
        var answers: [Priority: AnswerTime] = [:]
        for (_, key, value) in pairs(node, "answers") {
            guard let priority = choice(key, "priority", ["P1", "P2", "P3", "P4"], Priority.init(name:)) else { continue }
            answers[priority] = answerTime(value, day: max(60, hours.minutesPerDay))
        }
        return answers
    }

    /// - Parameter day: Minutes of a day, as they are counted.
    private mutating func answerTime(_ node: Node, day: Int) -> AnswerTime? {
        let fields = fields(node, "an answer time", known: ["within", "fr", "en", "same_day"])
        guard let within = text(fields["within"], "within"), let minutes = Self.minutes(within, day) else {
            report(node, "an answer time without “within”", "write within: 30m, 4h or 2d, counted in opening hours")
            return nil
        }
        var words: [Language: String] = [:]
        for language in Language.ruled {
            words[language] = text(fields[language.rawValue], "the promise")
            if words[language] == nil {
                report(node, "no words for this time in \(language.rawValue)", "add “\(language.rawValue): …”")
            }
        }
        return AnswerTime(minutes: minutes, words: words, isSameDay: flag(fields["same_day"], "same_day") ?? false)
    }

    /// The minutes in `30m`, `4h` or `2d`; nil when it is no such text.
    static func minutes(_ text: String, _ day: Int) -> Int? {
        guard let number = Int(text.dropLast()), number > 0, number < 1000 else { return nil }
        switch text.last {
        case "m": return number
        case "h": return number * 60
        case "d": return number * day
        default: return nil
        }
    }

    private mutating func channel(_ node: Node, _ name: String) -> ChannelSettings {
        let fields = fields(node, "the channel \(name)", known: ["unit", "public", "private", "typography", "emoji", "frame"])
        return ChannelSettings(
            unit: choice(fields["unit"], "unit", LengthUnit.allCases.map(\.rawValue), LengthUnit.init(rawValue:)) ?? .characters,
            mostPublic: integer(fields["public"], "public", in: 1...1_000_000),
            mostPrivate: integer(fields["private"], "private", in: 1...1_000_000),
            typography: choice(
                fields["typography"], "typography", Typography.allCases.map(\.rawValue), Typography.init(rawValue:)) ?? .full,
            allowsEmoji: flag(fields["emoji"], "emoji") ?? false,
            frame: choice(fields["frame"], "frame", ReplyFrame.allCases.map(\.rawValue), ReplyFrame.init(rawValue:)) ?? .full)
    }
}

extension TimeZoneTable {
    /// The offsets of a system time zone between two years.
    init(_ zone: TimeZone, from firstYear: Int, to lastYear: Int) {
        let seconds = { (year: Int) in Double((CivilDate(year: year, month: 1, day: 1)?.daysSince1970 ?? 0) * 86400) }
        var moment = Date(timeIntervalSince1970: seconds(firstYear))
        let end = Date(timeIntervalSince1970: seconds(lastYear))
        var transitions = [(start: Int(moment.timeIntervalSince1970), offset: zone.secondsFromGMT(for: moment))]
        while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < end, next > moment {
            transitions.append((Int(next.timeIntervalSince1970), zone.secondsFromGMT(for: next)))
            moment = next
        }
        self.init(name: zone.identifier, transitions: transitions)
    }
}
