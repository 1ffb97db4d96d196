public import IntentEngine

/// A rulebook of its own made from labelled messages alone: one intent for each label, with hints and nothing else.
public struct RulebookScaffold {
    /// Points an intent of such a rulebook needs: single words add up to less than phrases do. Ties are claimed; a brand
    /// that wants a person to decide them raises the margin in policy.yaml.
    private static let thresholds = Thresholds(points: 4, margin: 0)

    /// The labels as names of intents.
    public let names: [String: String]

    private let model: RuleSource
    private let spelling: String?

    /// - Parameters:
    ///   - model: The rules whose shorthand and misspellings are taken over.
    ///   - spelling: The file that says them.
    public init(labels: [String], model: RuleSource, spelling: String?) {
        names = Dictionary(uniqueKeysWithValues: Set(labels).map { ($0, Self.name($0)) })
        self.model = model
        self.spelling = spelling
    }

    /// Rules with an intent for each label and nothing that speaks for it yet.
    public var source: RuleSource {
        RuleSource(
            intents: Set(names.values).sorted().map { OwnerSource(name: $0, patterns: []) }, rewrites: model.rewrites,
            knownWords: model.knownWords, thresholds: Self.thresholds)
    }

    /// The files of the rulebook, by path.
    public func files(_ hints: HintLearner.Hints) -> [String: String] {
        var files = [
            "brand.yaml": "name: Brand\nanswers: {}\n",
            "policy.yaml": "thresholds: {points: \(Self.thresholds.points), margin: \(Self.thresholds.margin)}\n",
        ]
        files["spelling.yaml"] = spelling
        for name in Set(names.values) {
            let own = hints.compactMapValues { $0[name] }
            let title = name.split(separator: "_").joined(separator: " ")
            files["learned/\(name).yaml"] =
                (["intent: \(name)", "title: {fr: \(title), en: \(title)}"] + HintBlock.lines(own)).joined(separator: "\n") + "\n"
        }
        return files
    }

    /// A label as the name of a file: letters, digits and underscores.
    public static func name(_ label: String) -> String {
        let name = String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        return name.isEmpty ? "unnamed" : name
    }
}
