import IntentEngine

/// Days and delays a reply can be held to: « d’ici jeudi », « sous deux jours ouvrés », “by Thursday”.
enum DelayTerm {
    private static let days: Set<String> = FrenchCalendar.days.union([
        "demain", "aujourd'hui", "tomorrow", "today", "tonight", "monday", "tuesday", "wednesday", "thursday",
        "friday", "saturday", "sunday",
    ])
    private static let units: Set<String> = [
        "minute", "minutes", "h", "heure", "heures", "jour", "jours", "semaine", "semaines", "mois", "hour", "hours",
        "day", "days", "week", "weeks", "month", "months", "working", "business",
    ]
    private static let months: Set<String> = FrenchCalendar.months.union([
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ])
    private static let figures: Set<String> = [
        "un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "quinze", "vingt", "trente",
        "quarante", "one", "two", "three", "four", "five", "seven", "ten", "fourteen", "thirty",
    ]
    /// What puts a day in the past: « votre message du 12 mars », “of 12 March”.
    private static let origins: Set<String> = ["du", "de", "depuis", "of", "from", "since"]
    private static let phrases = PhraseTable(phrases: [
        "dans la journee|matinee|soiree|semaine", "ce soir|matin", "cet apres midi", "cette semaine",
        "this week|afternoon|evening",
    ])

    static func isGiven(in sentence: ProofSentence, of text: ProofText) -> Bool {
        sentence.words.contains { index in
            guard !isPast(text, index) else { return false }
            let word = text.words[index]
            if days.contains(word.folded) || phrases.match(in: text, at: index) != nil { return true }
            guard word.kind == .number || figures.contains(word.folded) else { return false }
            return (index + 1...index + 2).contains { place in
                guard let unit = text.continuation(place)?.folded else { return false }
                return units.contains(unit) || months.contains(unit)
            }
        }
    }

    private static func isPast(_ text: ProofText, _ index: Int) -> Bool {
        guard let before = text.word(index - 1), text.words[index].before.continuesPhrase else { return false }
        return origins.contains(before.folded)
    }
}
