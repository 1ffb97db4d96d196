import IntentEngine

/// The phrases of § 6.2 of the language study, compiled once.
enum NeverSayList {
    static let tables: [Language: [NeverSayClass: PhraseTable<NeverSayEntry>]] = [
        .french: french.mapValues { PhraseTable($0.map { ($0.phrase, $0) }) },
        .english: english.mapValues { PhraseTable($0.map { ($0.phrase, $0) }) },
    ]
    static let contexts: [Language: PhraseTable<Bool>] = [
        .french: PhraseTable(phrases: frenchContexts), .english: PhraseTable(phrases: englishContexts),
    ]
}
