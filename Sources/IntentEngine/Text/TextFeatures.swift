/// Counts taken while a text is folded, before case, accents and repeated signs are lost.
struct TextFeatures {
    var letters = 0
    var capitals = 0
    /// Exclamation and question marks, and the longest run of them.
    var exclamations = 0
    var questions = 0
    var longestMarkRun = 0
    /// Words in which a letter stood three times or more in a row (« nuuul »).
    var elongations = 0
    /// Letters with marks that speak for a language: see `Language.Accents`.
    var accents = LanguageScores()

    /// Whether the text is shouted: at least 12 letters of which 60 % are capitals (`language.md` rubric, anger 3).
    var isShouted: Bool { letters >= 12 && capitals * 10 >= letters * 6 }
}
