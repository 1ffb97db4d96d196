public import IntentEngine

/// Proposes hints for the intents of a rulebook from labelled messages.
public struct HintLearner {
    /// How hints are fitted.
    public struct Settings: Sendable {
        /// Hints an intent may have in one language.
        public var perIntent: Int
        /// Strength of the penalty that keeps hints few; 1 is usual.
        public var sparsity: Double

        public init(perIntent: Int = 40, sparsity: Double = 1) {
            self.perIntent = perIntent
            self.sparsity = sparsity
        }
    }

    /// A proposed hint.
    public struct Hint: Sendable, Hashable {
        public let word: String
        public let points: Int
        /// Messages of the intent that hold the word, and all that do.
        public let own: Int
        public let all: Int
    }

    /// Hints by language and intent, strongest first.
    public typealias Hints = [Language: [String: [Hint]]]

    private let source: RuleSource
    private let settings: Settings
    /// By how much a word such as « vous » or “the” has to earn its place more than others.
    private static let functionWordCost = Float(10)

    /// - Parameter source: The rules; what their phrases give counts, their present hints do not.
    public init(source: RuleSource, settings: Settings = Settings()) {
        self.source = source.withoutHints
        self.settings = settings
    }

    /// The hints that tell the labels of `messages` apart best, and from what asks for nothing. Labels that are no intents of the
    /// rules are left out.
    public func learn(_ messages: [LabelledMessage]) -> Hints {
        let rulebook = RulebookCompiler.compile(source).rulebook
        var hints: Hints = [:]
        for language in Language.ruled {
            let own = messages.filter { $0.language == language }
            if !own.isEmpty { hints[language] = learn(own, language, rulebook) }
        }
        return hints
    }

    private func learn(_ messages: [LabelledMessage], _ language: Language, _ rulebook: Rulebook) -> [String: [Hint]] {
        var recognizer = Recognizer(rulebook)
        let numbers = Dictionary(uniqueKeysWithValues: rulebook.intents.enumerated().map { ($1, $0) })
        let known = messages.filter { numbers[$0.label] != nil || $0.label == LabelledMessage.nothing }
        let features = WordFeatures(known.map { recognizer.words(of: $0.text, language) }, language)
        let labels = known.map { numbers[$0.label] ?? rulebook.intents.count }
        let given = known.map { offsets($0, &recognizer) }
        // Rules are written with these messages at hand, and give a message that comes tomorrow less: each counts beside
        // what its phrases give, and once more as one that no phrase was written for.
        let foreseen = known.indices.filter { !given[$0].isEmpty }
        let problem = HintFitting.Problem(
            rows: features.rows + foreseen.map { features.rows[$0] }, labels: labels + foreseen.map { labels[$0] },
            offsets: given + foreseen.map { _ in [] }, features: features.words.count, classes: rulebook.intents.count,
            costs: features.words.map { HintForms.isFunctionWord(Folding.fold($0), language) ? Self.functionWordCost : 1 })
        var fitting = HintFitting.Settings()
        fitting.perIntent = settings.perIntent
        fitting.threshold = Float(source.thresholds.points)
        fitting.margin = Float(max(1, source.thresholds.margin))
        fitting.penalty *= Float(settings.sparsity)
        let weights = HintFitting.fit(problem, fitting)
        return hints(weights, features, labels, rulebook)
    }

    /// What phrases alone give each intent.
    private func offsets(_ message: LabelledMessage, _ recognizer: inout Recognizer) -> [(label: Int, points: Float)] {
        recognizer.explain(message.text, Recognizer.Context(languageHint: message.language)).scores.map { ($0.intent, Float($0.points)) }
    }

    private func hints(_ weights: [Int], _ features: WordFeatures, _ labels: [Int], _ rulebook: Rulebook) -> [String: [Hint]] {
        let classes = rulebook.intents.count
        var all = [Int](repeating: 0, count: features.words.count)
        var own = [Int](repeating: 0, count: features.words.count * classes)
        for (row, label) in zip(features.rows, labels) {
            for feature in row {
                all[Int(feature)] += 1
                if label < classes { own[Int(feature) * classes + label] += 1 }
            }
        }
        var hints: [String: [Hint]] = [:]
        for feature in features.words.indices {
            for label in 0..<classes where weights[feature * classes + label] > 0 {
                hints[rulebook.intents[label], default: []].append(
                    Hint(
                        word: features.words[feature], points: weights[feature * classes + label],
                        own: own[feature * classes + label], all: all[feature]))
            }
        }
        return hints.mapValues { $0.sorted { ($1.points, $1.own, $0.word) < ($0.points, $0.own, $1.word) } }
    }
}

extension RuleSource {
    /// The rules without the hints of their intents; those of signals stay.
    var withoutHints: RuleSource {
        var rules = self
        rules.intents = intents.map { intent in
            var intent = intent
            intent.patterns.removeAll { $0.role == .hint }
            return intent
        }
        return rules
    }

    /// The rules with these hints in the place of their own.
    func replacingHints(_ hints: HintLearner.Hints) -> RuleSource {
        var rules = withoutHints
        for index in rules.intents.indices {
            for language in Language.ruled {
                for hint in hints[language]?[rules.intents[index].name] ?? [] {
                    rules.intents[index].patterns.append(
                        PatternSource(
                            role: .hint, language: language, text: hint.word, points: hint.points,
                            place: SourcePlace(file: rules.intents[index].name, line: 1)))
                }
            }
        }
        return rules
    }
}
