import IntentEngine
import Yams

extension YAMLReader {
    /// Phrases, hints and vetoes of an intent or a signal, from its `phrases`, `hints` and `unless`.
    mutating func patterns(_ fields: [String: Node], level: Int) -> [PatternSource] {
        var patterns: [PatternSource] = []
        for (language, node) in languages(fields["phrases"], "phrases") {
            for item in items(node, "phrases") { patterns += [phrase(item, language, level)].compactMap(\.self) }
        }
        for (language, node) in languages(fields["hints"], "hints") { patterns += hints(node, language, level) }
        for (language, node) in languages(fields["unless"], "unless") {
            for item in items(node, "unless") {
                guard let text = text(item, "a phrase") else { continue }
                patterns.append(
                    PatternSource(role: .veto, language: language, text: text, negation: .allowed, place: place(of: item)))
            }
        }
        return patterns
    }

    /// The parts of a field written per language, French first.
    mutating func languages(_ node: Node?, _ what: String) -> [(Language, Node)] {
        guard let node, !Self.isNull(node) else { return [] }
        let fields = fields(node, what, known: Language.ruled.map(\.rawValue))
        return Language.ruled.compactMap { language in fields[language.rawValue].map { (language, $0) } }
    }

    /// A phrase: plain text, or a mapping with what else is to be said of it.
    private mutating func phrase(_ node: Node, _ language: Language, _ level: Int) -> PatternSource? {
        if case .mapping = node {
            let fields = fields(node, "a phrase", known: ["phrase", "points", "level", "negated"])
            guard let text = text(fields["phrase"], "phrase") else {
                report(node, "a phrase without “phrase:”", "write {phrase: …, points: …}")
                return nil
            }
            let negation = choice(
                fields["negated"], "value of “negated”", PatternSource.Negation.allCases.map(\.rawValue), PatternSource.Negation.init)
            return PatternSource(
                role: .phrase, language: language, text: text, points: integer(fields["points"], "points", in: 1...30),
                level: integer(fields["level"], "level", in: 1...4) ?? level, negation: negation ?? .refused, place: place(of: node))
        }
        guard let text = text(node, "a phrase") else { return nil }
        return PatternSource(role: .phrase, language: language, text: text, level: level, place: place(of: node))
    }

    /// Hints: a list of words, or a mapping from words to weights.
    private mutating func hints(_ node: Node, _ language: Language, _ level: Int) -> [PatternSource] {
        var hints: [PatternSource] = []
        if case .sequence = node {
            for item in items(node, "hints") {
                guard let text = text(item, "a hint") else { continue }
                hints.append(PatternSource(role: .hint, language: language, text: text, points: 2, level: level, place: place(of: item)))
            }
            return hints
        }
        for (word, key, value) in pairs(node, "hints") {
            let points = integer(value, "the weight of “\(word)”", in: 1...9)
            hints.append(
                PatternSource(role: .hint, language: language, text: word, points: points, level: level, place: place(of: key)))
        }
        return hints
    }

    /// Examples or counter-examples with their places.
    mutating func examples(_ node: Node?, _ what: String) -> [Example] {
        languages(node, what).flatMap { language, node in
            items(node, what).compactMap { item in
                text(item, what).map { Example(text: $0, language: language, place: place(of: item)) }
            }
        }
    }
}
