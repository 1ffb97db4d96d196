/// Dates that exist, as `2026-03-01`, or `--03-01` when the year is not said and the day of the message is unknown.
enum CalendarDate {
    /// `12/03/2024`, `12.03.24`, `3/3`, `2024-03-12`: the day first, as in French and British English.
    static func findNumeric(_ text: EntityText, at start: Int, _ sentOn: CivilDate?) -> (end: Int, value: String)? {
        guard !text.isAlphanumeric(start - 1), !isJoint(text.byte(start - 1)) || !text.isDigit(start - 2) else { return nil }
        let firstEnd = text.digitsEnd(from: start)
        if firstEnd - start == 4 { return findISO(text, at: start) }
        guard firstEnd - start <= 2, isJoint(text.byte(firstEnd)) else { return nil }
        let joint = text.byte(firstEnd)
        let secondEnd = text.digitsEnd(from: firstEnd + 1)
        guard (1...2).contains(secondEnd - firstEnd - 1) else { return nil }
        let day = text.number(start..<firstEnd)
        let month = text.number(firstEnd + 1..<secondEnd)
        let yearEnd = text.byte(secondEnd) == joint ? text.digitsEnd(from: secondEnd + 1) : secondEnd
        if text.byte(secondEnd) == joint, yearEnd - secondEnd == 3 || yearEnd - secondEnd == 5 {
            let written = text.number(secondEnd + 1..<yearEnd)
            guard !text.isAlphanumeric(yearEnd), !(isJoint(text.byte(yearEnd)) && text.isDigit(yearEnd + 1)) else { return nil }
            guard let date = CivilDate(year: written < 100 ? 2000 + written : written, month: month, day: day) else { return nil }
            return (yearEnd, date.iso)
        }
        // « 24/24 », « 3/4 », « 16.9 »: without a year only a slash makes a date, and only one that exists.
        guard joint == UInt8(ascii: "/"), secondEnd == yearEnd, !text.isAlphanumeric(secondEnd) else { return nil }
        // « 10/10, je recommande » is praise, « le 10/10 » a day.
        if day == month, fullMarks.contains(day), !text.isAfter(articles, start) { return nil }
        return value(day: day, month: month, year: nil, sentOn).map { (secondEnd, $0) }
    }

    private static let fullMarks = [5, 10]
    private static let articles: [StaticString] = ["le", "du", "au", "on", "of", "the"]

    private static func findISO(_ text: EntityText, at start: Int) -> (end: Int, value: String)? {
        let dash = UInt8(ascii: "-")
        guard text.byte(start + 4) == dash, text.digitsEnd(from: start + 5) == start + 7, text.byte(start + 7) == dash,
            text.digitsEnd(from: start + 8) == start + 10, !text.isAlphanumeric(start + 10) || text.byte(start + 10) == UInt8(ascii: "t"),
            let date = CivilDate(
                year: text.number(start..<start + 4), month: text.number(start + 5..<start + 7), day: text.number(start + 8..<start + 10))
        else { return nil }
        return (start + 10, date.iso)
    }

    /// « 3 mars », « 1er avril 2024 », "3rd of March", from the digits.
    static func findDayMonth(_ text: EntityText, at start: Int, _ sentOn: CivilDate?) -> (end: Int, value: String)? {
        guard !text.isAlphanumeric(start - 1) else { return nil }
        let digitsEnd = text.digitsEnd(from: start)
        guard digitsEnd - start <= 2 else { return nil }
        var index = digitsEnd
        for ordinal in ordinals where text.reads(ordinal, at: index) && !text.isAlphanumeric(index + ordinal.utf8CodeUnitCount) {
            index += ordinal.utf8CodeUnitCount
            break
        }
        index = text.skipSpaces(index)
        if text.reads("of ", at: index) { index += 3 }
        guard index > digitsEnd, let (month, end) = month(text, at: index) else { return nil }
        return dated(text, day: text.number(start..<digitsEnd), month: month, end: end, sentOn)
    }

    /// "March 3", "March 3rd, 2024", from the month's name.
    static func findMonthDay(_ text: EntityText, at start: Int, _ sentOn: CivilDate?) -> (end: Int, value: String)? {
        guard let (month, monthEnd) = month(text, at: start) else { return nil }
        let dayStart = text.skipSpaces(monthEnd)
        let dayEnd = text.digitsEnd(from: dayStart)
        guard dayStart > monthEnd, (1...2).contains(dayEnd - dayStart) else { return nil }
        var end = dayEnd
        for ordinal in ordinals where text.reads(ordinal, at: end) { end += ordinal.utf8CodeUnitCount }
        guard !text.isAlphanumeric(end) else { return nil }
        return dated(text, day: text.number(dayStart..<dayEnd), month: month, end: end, sentOn)
    }

    private static let ordinals: [StaticString] = ["er", "st", "nd", "rd", "th"]

    /// The date with the year that may follow.
    private static func dated(
        _ text: EntityText, day: Int, month: Int, end: Int, _ sentOn: CivilDate?
    ) -> (end: Int, value: String)? {
        let mark = text.byte(end)
        var yearStart = mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") ? end + 1 : end
        yearStart = text.skipSpaces(yearStart)
        let yearEnd = text.digitsEnd(from: yearStart)
        if yearStart > end, yearEnd - yearStart == 4, !text.isAlphanumeric(yearEnd) {
            let year = text.number(yearStart..<yearEnd)
            if (1900...2100).contains(year) { return value(day: day, month: month, year: year, sentOn).map { (yearEnd, $0) } }
        }
        return value(day: day, month: month, year: nil, sentOn).map { (end, $0) }
    }

    /// Without a year, the nearest such day to the day of the message.
    private static func value(day: Int, month: Int, year: Int?, _ sentOn: CivilDate?) -> String? {
        if let year { return CivilDate(year: year, month: month, day: day)?.iso }
        guard let sentOn else {
            // A leap year, so that 29 February may stand.
            guard let date = CivilDate(year: 2024, month: month, day: day) else { return nil }
            return "--" + date.iso.dropFirst(5)
        }
        let near = [sentOn.year - 1, sentOn.year, sentOn.year + 1].compactMap { CivilDate(year: $0, month: month, day: day) }
        return near.min { abs($0.daysSince1970 - sentOn.daysSince1970) < abs($1.daysSince1970 - sentOn.daysSince1970) }?.iso
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    private static func month(_ text: EntityText, at index: Int) -> (value: Int, end: Int)? {
        months.find(text, at: index) { !text.isAlphanumeric($0) }
    }

    private static let months = WordList<Int>([
        ("janvier", 1), ("janv", 1), ("january", 1), ("jan", 1), ("fevrier", 2), ("fevr", 2), ("fev", 2), ("february", 2), ("feb", 2),
        ("mars", 3), ("march", 3), ("mar", 3), ("avril", 4), ("avr", 4), ("april", 4), ("apr", 4), ("mai", 5), ("may", 5), ("juin", 6),
        ("june", 6), ("jun", 6), ("juillet", 7), ("juil", 7), ("july", 7), ("jul", 7), ("aout", 8), ("august", 8), ("aug", 8),
        ("septembre", 9), ("september", 9), ("sept", 9), ("sep", 9), ("octobre", 10), ("october", 10), ("oct", 10),
        ("novembre", 11), ("november", 11), ("nov", 11), ("decembre", 12), ("december", 12), ("dec", 12),
    ])
}
