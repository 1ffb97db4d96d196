import IntentEngine

/// Each list of the vocabulary is named by some phrase or list.
struct ListsAreUsed: TextRule {
    func findings(in texts: LintTexts) -> [RuleFinding] {
        let source = texts.source
        let patterns = (source.intents + source.signals).flatMap(\.patterns) + source.polarity + source.lists.flatMap(\.entries)
        var named: Set<String> = []
        for pattern in patterns where pattern.text.contains("<") {
            guard let phrase = try? PhraseParser.parse(pattern.text) else { continue }
            for name in Self.names(in: phrase.elements) { named.insert(pattern.language.rawValue + "/" + name) }
        }
        return source.lists.filter { !named.contains($0.language.rawValue + "/" + $0.name) }.map { list in
            RuleFinding(place: list.place, cause: "no phrase uses the list <\(list.name)>", remedy: "use it, or remove it")
        }
    }

    private static func names(in elements: [Phrase.Element]) -> [String] {
        elements.flatMap { element -> [String] in
            switch element {
            case .list(let name): [name]
            case .alternatives(let branches): branches.flatMap(names)
            case .optional(let part): names(in: part)
            case .word, .exact, .entity, .gap, .clauseStart, .clauseEnd: []
            }
        }
    }
}
