import Foundation
import IntentEngine

/// Rulebooks of any size: the shipped vocabulary, and phrases made of its words.
enum SyntheticRules {
    private static let perIntent = 50

    /// A compiled rulebook with so many phrases.
    static func rulebook(phrases: Int, from source: RuleSource) -> Rulebook {
        var rules = source.withoutIntents
        rules.intents = Dictionary(grouping: texts(phrases, source).enumerated(), by: { $0.offset / perIntent }).sorted { $0.key < $1.key }
            .map { number, texts in
                let place = SourcePlace(file: "intent_\(number).yaml", line: 1)
                return OwnerSource(
                    name: "intent_\(number)",
                    patterns: texts.map { PatternSource(role: .phrase, language: $0.element.language, text: $0.element.text, place: place) }
                )
            }
        return RulebookCompiler.compile(rules).rulebook
    }

    /// The same as a folder of files.
    static func folder(phrases: Int, from source: RuleSource) throws -> String {
        let folder = NSTemporaryDirectory() + "/courtois-bench-rules-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder + "/made", withIntermediateDirectories: true)
        try "name: Bench\n".write(toFile: folder + "/brand.yaml", atomically: false, encoding: .utf8)
        for (number, texts) in Dictionary(grouping: texts(phrases, source).enumerated(), by: { $0.offset / perIntent }) {
            var lines = ["intent: intent_\(number)", "title: {fr: Essai, en: Test}", "phrases:"]
            for language in Language.ruled {
                lines.append("  \(language.rawValue):")
                lines += texts.filter { $0.element.language == language }.map { "    - \($0.element.text)" }
            }
            try lines.joined(separator: "\n").write(toFile: folder + "/made/intent_\(number).yaml", atomically: false, encoding: .utf8)
        }
        return folder
    }

    /// Phrases of three to five words with a gap, from the words of the rulebook's own phrases and of made-up ones, in
    /// the proportion in which a growing rulebook would use them: the first hold common words, later ones ever rarer.
    private static func texts(_ count: Int, _ source: RuleSource) -> [(text: String, language: Language)] {
        var words: [Language: [String]] = [:]
        for language in Language.ruled {
            let own = source.intents.flatMap(\.patterns).filter { $0.language == language }.flatMap { pattern in
                pattern.text.split(whereSeparator: { !$0.isLetter }).map { String($0).lowercased() }
            }
            words[language] = Array(Set(own)).sorted()
        }
        var state: UInt64 = 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, bound)))
        }
        return (0..<count).map { number in
            let language: Language = number % 2 == 0 ? .french : .english
            let known = words[language] ?? []
            var parts = (0..<(2 + next(3))).map { _ in known.isEmpty ? "mot" : known[next(known.count)] }
            // A made-up word of letters: real rulebooks grow by new nouns.
            parts.insert(made(number), at: 1 + next(parts.count))
            if next(3) == 0 { parts.insert("…", at: 1 + next(parts.count - 1)) }
            return (parts.joined(separator: " "), language)
        }
    }

    private static func made(_ number: Int) -> String {
        var rest = number
        var word = "z"
        for _ in 0..<4 {
            word += ["ba", "co", "du", "fe", "gi", "lo", "mu", "na", "pe", "ri", "so", "ta", "vu"][rest % 13]
            rest /= 13
        }
        return word
    }
}

extension RuleSource {
    fileprivate var withoutIntents: RuleSource {
        var rules = self
        rules.intents = []
        rules.signals = []
        return rules
    }
}
