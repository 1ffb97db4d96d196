/// *hier*, *demain*, *today*: a date when the day of the message is known, else `P-1D`, `P0D`, `P1D`.
enum RelativeDay {
    static func find(_ text: EntityText, at start: Int, _ sentOn: CivilDate?) -> (end: Int, value: String)? {
        guard let (days, end) = days.find(text, at: start, where: { !text.isAlphanumeric($0) }) else { return nil }
        guard let sentOn else { return (end, days < 0 ? "P-\(-days)D" : "P\(days)D") }
        return (end, CivilDate(daysSince1970: sentOn.daysSince1970 + days).iso)
    }

    private static let days = WordList<Int>([
        ("avant-hier", -2), ("avant hier", -2), ("hier", -1), ("aujourd'hui", 0), ("apres-demain", 2), ("apres demain", 2), ("demain", 1),
        ("yesterday", -1), ("today", 0), ("tomorrow", 1),
    ])
}

/// Words at which an entity without digits may start.
enum CalendarWords {
    static let all = """
        avant apres hier aujourd'hui demain yesterday today tomorrow janvier janv january jan fevrier fevr fev february feb mars march mar
        avril avr april apr mai may juin june jun juillet juil july jul aout august aug septembre september sept sep octobre october oct
        novembre november nov decembre december dec une un deux trois quatre cinq six huit neuf dix onze douze quinze vingt trente one two
        three four five seven eight nine ten eleven twelve fifteen twenty thirty quatres cinqs cing septs huits
        """
}
