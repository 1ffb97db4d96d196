package import IntentEngine

/// Builds small rulebooks for tests.
package enum Rules {
    /// Compiles intents given as name: French phrases, with English ones behind `en:`.
    package static func rulebook(
        _ intents: [(name: String, patterns: [PatternSource])], signals: [(name: String, patterns: [PatternSource])] = [],
        lists: [ListSource] = [], rewrites: [RewriteSource] = [], polarity: [PatternSource] = [], known: [PatternSource] = [],
        thresholds: Thresholds = Thresholds(points: 6, margin: 1), orderNumbers: [String] = []
    ) -> (rulebook: Rulebook, findings: [RuleFinding]) {
        RulebookCompiler.compile(
            RuleSource(
                intents: intents.map { OwnerSource(name: $0.name, patterns: $0.patterns) },
                signals: signals.map { OwnerSource(name: $0.name, patterns: $0.patterns) }, lists: lists, polarity: polarity,
                rewrites: rewrites, knownWords: known, thresholds: thresholds, orderNumberShapes: orderNumbers))
    }

    /// A rulebook with one intent per phrase list, all in one language.
    package static func rulebook(
        _ language: Language, _ intents: KeyValuePairs<String, [String]>, lists: [ListSource] = [], rewrites: [RewriteSource] = [],
        thresholds: Thresholds = Thresholds(points: 6, margin: 1)
    ) -> Rulebook {
        rulebook(
            intents.map { name, phrases in (name, phrases.enumerated().map { phrase($1, language, line: $0 + 1) }) }, lists: lists,
            rewrites: rewrites, thresholds: thresholds
        ).rulebook
    }

    package static func phrase(
        _ text: String, _ language: Language = .french, points: Int? = nil, level: Int = 1,
        negation: PatternSource.Negation = .refused, line: Int = 1
    ) -> PatternSource {
        PatternSource(
            role: .phrase, language: language, text: text, points: points, level: level, negation: negation,
            place: SourcePlace(file: "test.yaml", line: line))
    }

    package static func hint(_ text: String, _ points: Int, _ language: Language = .french, line: Int = 1) -> PatternSource {
        PatternSource(role: .hint, language: language, text: text, points: points, place: SourcePlace(file: "test.yaml", line: line))
    }

    package static func veto(_ text: String, _ language: Language = .french) -> PatternSource {
        PatternSource(role: .veto, language: language, text: text, negation: .allowed, place: SourcePlace(file: "test.yaml", line: 1))
    }

    package static func list(_ name: String, _ entries: [String], _ language: Language = .french) -> ListSource {
        let place = SourcePlace(file: "vocabulary.yaml", line: 1)
        return ListSource(
            name: name, language: language,
            entries: entries.map { PatternSource(role: .phrase, language: language, text: $0, place: place) },
            place: place)
    }

    package static func rewrite(_ from: String, _ to: String, _ language: Language = .french) -> RewriteSource {
        RewriteSource(language: language, from: from, to: to, place: SourcePlace(file: "spelling.yaml", line: 1))
    }
}

extension Recognizer {
    /// Names of the intents that stand, read with the rules of `language`.
    package mutating func names(_ message: String, _ language: Language = .french) -> [String] {
        understand(message, Context(languageHint: language)).intents.map { rulebook.intents[$0.intent] }
    }
}
