import IntentEngine

/// E05: `3 March 2024`; `03/04/2024` is one day in London and another in New York.
struct EnglishDateRule: ProofRule {
    let id = "E05"
    let languages = RuleLanguages.english

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.scalars.indices.compactMap { start in
            guard text.isDigit(start), !text.isDigit(start - 1), !text.isOne(of: "/-.", start - 1),
                !text.isAddress(start)
            else {
                return nil
            }
            let day = text.digitsEnd(from: start)
            let month = text.digitsEnd(from: day + 1)
            let year = text.digitsEnd(from: month + 1)
            guard day - start <= 2, text[day] == "/", (1...2).contains(month - day - 1), text[month] == "/",
                (2...4).contains(year - month - 1), text[year] != "/"
            else { return nil }
            return text.finding(id, start..<year, "ambiguous date", remedy: "day, month in letters, year: 3 March 2024")
        }
    }
}
