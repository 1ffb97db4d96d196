import IntentEngine
import Yams

extension YAMLReader {
    /// `vocabulary.yaml`: named lists per language.
    mutating func vocabulary(_ document: Node) -> [ListSource] {
        var lists: [ListSource] = []
        for (language, node) in languages(document, "the vocabulary") {
            for (name, key, value) in pairs(node, "the vocabulary") {
                let entries = items(value, "the list <\(name)>").compactMap { item in
                    text(item, "an entry of <\(name)>").map {
                        PatternSource(role: .phrase, language: language, text: $0, place: place(of: item))
                    }
                }
                if entries.isEmpty { report(key, "the list <\(name)> is empty", "add a word, or remove it") }
                lists.append(ListSource(name: name, language: language, entries: entries, place: place(of: key)))
            }
        }
        return lists
    }

    /// `polarity.yaml`: words and phrases with their satisfaction, −4 to +4 in steps of a half, and examples of what they must give.
    mutating func polarity(_ document: Node) -> (patterns: [PatternSource], examples: [PolarityExample]) {
        var patterns: [PatternSource] = []
        let fields = fields(document, "polarity", known: ["fr", "en", "examples"])
        for language in Language.ruled {
            guard let node = fields[language.rawValue] else { continue }
            for (word, key, value) in pairs(node, "polarity") {
                guard let points = halves(value, "the polarity of “\(word)”", in: -4...4) else { continue }
                patterns.append(
                    PatternSource(
                        role: .phrase, language: language, text: word, points: 5 * points, negation: .allowed, place: place(of: key)))
            }
        }
        return (patterns, polarityExamples(fields["examples"]))
    }

    /// `{fr: {satisfied: [...], dissatisfied: [...], neutral: [...]}, en: …}`
    private mutating func polarityExamples(_ node: Node?) -> [PolarityExample] {
        var examples: [PolarityExample] = []
        for (language, node) in languages(node, "examples") {
            let fields = fields(node, "examples", known: ["satisfied", "dissatisfied", "neutral"])
            for (name, sign) in [("satisfied", 1), ("dissatisfied", -1), ("neutral", 0)] {
                for item in items(fields[name], name) {
                    guard let text = text(item, name) else { continue }
                    examples.append(PolarityExample(example: Example(text: text, language: language, place: place(of: item)), sign: sign))
                }
            }
        }
        return examples
    }

    /// `spelling.yaml`: what is read as something else, and real words that are never corrected.
    mutating func spelling(_ document: Node) -> (rewrites: [RewriteSource], known: [PatternSource]) {
        var rewrites: [RewriteSource] = []
        var known: [PatternSource] = []
        for (language, node) in languages(document, "spelling") {
            let fields = fields(node, "spelling", known: ["read_as", "ignore", "known"])
            for (from, key, value) in pairs(fields["read_as"], "read_as") {
                guard let to = text(value, "what “\(from)” is read as") else { continue }
                rewrites.append(RewriteSource(language: language, from: from, to: to, place: place(of: key)))
            }
            for item in items(fields["ignore"], "ignore") {
                guard let from = text(item, "a word to ignore") else { continue }
                rewrites.append(RewriteSource(language: language, from: from, to: "", place: place(of: item)))
            }
            for item in items(fields["known"], "known") {
                guard let words = text(item, "known words") else { continue }
                known.append(PatternSource(role: .phrase, language: language, text: words, place: place(of: item)))
            }
        }
        return (rewrites, known)
    }
}
