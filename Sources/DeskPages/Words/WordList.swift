import IntentEngine

/// The words of one page in both languages. Every case has both, because the compiler sees to it; templates name them by
/// their raw values, as in `{{w.signIn}}`.
protocol WordList: RawRepresentable<String>, CaseIterable, Sendable {
    var texts: (french: String, english: String) { get }
}

/// All words, as templates look them up.
enum Catalogue {
    static let lists: [any WordList.Type] = [
        ShellWord.self, SignInWord.self, QueueWord.self, CaseWord.self, KeyWord.self, ProblemWord.self, FigureWord.self,
        RulebookWord.self, PeopleWord.self, FreezeWord.self,
    ]

    private static let french = gather { $0.french }
    private static let english = gather { $0.english }

    static func words(_ language: Language) -> [String: String] { language == .french ? french : english }

    private static func gather(_ choose: ((french: String, english: String)) -> String) -> [String: String] {
        var words: [String: String] = [:]
        func add<List: WordList>(_ list: List.Type) {
            for word in list.allCases { words[word.rawValue] = choose(word.texts) }
        }
        for list in lists { add(list) }
        return words
    }
}
