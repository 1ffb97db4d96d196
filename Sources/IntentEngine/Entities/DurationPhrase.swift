/// Spans of time in days, weeks, months, hours, as ISO 8601 durations: « trois semaines » is `P3W`.
enum DurationPhrase {
    /// A span whose number starts at `start`, in digits or in words.
    static func find(_ text: EntityText, at start: Int) -> (end: Int, value: String)? {
        guard !text.isAlphanumeric(start - 1), let (number, numberEnd) = number(text, at: start) else { return nil }
        guard let (unit, end) = units.find(text, at: text.skipSpaces(numberEnd), where: { !text.isLetter($0) }) else { return nil }
        // « 2h30 » is no span that is read.
        if unit == "H", text.isDigit(end) { return nil }
        return (end, iso(number, unit))
    }

    private static func iso(_ number: Int, _ unit: String) -> String {
        switch unit {
        case "H", "M!": "PT\(number)\(unit.prefix(1))"
        // « huit jours » are a week and « quinze jours » two, in French.
        case "D" where number == 8: "P1W"
        case "D" where number == 15: "P2W"
        default: "P\(number)\(unit)"
        }
    }

    private static func number(_ text: EntityText, at start: Int) -> (value: Int, end: Int)? {
        let end = text.digitsEnd(from: start)
        if end > start { return end - start <= 3 ? (text.number(start..<end), end) : nil }
        return numbers.find(text, at: start) { text.byte($0) == UInt8(ascii: " ") }
    }

    private static let numbers = WordList<Int>([
        ("une", 1), ("un", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6), ("sept", 7), ("huit", 8), ("neuf", 9),
        ("dix", 10), ("onze", 11), ("douze", 12), ("quinze", 15), ("vingt", 20), ("trente", 30), ("one", 1), ("two", 2), ("three", 3),
        ("four", 4), ("five", 5), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12),
        ("fifteen", 15), ("twenty", 20), ("thirty", 30),
        // As many write them.
        ("quatres", 4), ("cinqs", 5), ("cing", 5), ("septs", 7), ("huits", 8),
    ])

    private static let units = WordList<String>([
        ("jours", "D"), ("jour", "D"), ("jrs", "D"), ("j", "D"), ("semaines", "W"), ("semaine", "W"), ("sem", "W"), ("mois", "M"),
        ("annees", "Y"), ("annee", "Y"), ("ans", "Y"), ("an", "Y"), ("heures", "H"), ("heure", "H"), ("h", "H"), ("minutes", "M!"),
        ("minute", "M!"), ("min", "M!"), ("days", "D"), ("day", "D"), ("weeks", "W"), ("week", "W"), ("wks", "W"), ("months", "M"),
        ("month", "M"), ("years", "Y"), ("year", "Y"), ("hours", "H"), ("hour", "H"), ("hrs", "H"), ("mins", "M!"),
    ])
}
