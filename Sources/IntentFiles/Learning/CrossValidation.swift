public import IntentEngine

/// How well hints do on messages they were not fitted on.
public struct CrossValidation: Sendable {
    public private(set) var messages = 0
    /// The right intent is claimed first.
    public private(set) var correct = 0
    public private(set) var abstained = 0
    /// The same without any hints.
    public private(set) var correctBefore = 0

    public var accuracy: Double { messages == 0 ? 0 : Double(correct) / Double(messages) }
    public var accuracyBefore: Double { messages == 0 ? 0 : Double(correctBefore) / Double(messages) }

    /// Fits on all folds but one and measures on that one, for each fold in turn.
    ///
    /// - Parameters:
    ///   - seed: Decides which message falls into which fold.
    ///   - before: The rules as they are, hints and all, to compare with.
    ///   - progress: Called with the number of each fold when it is done.
    public static func run(
        _ messages: [LabelledMessage], source: RuleSource, settings: HintLearner.Settings, folds: Int = 5, seed: UInt64 = 1,
        progress: (Int) -> Void = { _ in }
    ) -> CrossValidation {
        let numbers = Self.folds(messages, folds, seed)
        var result = CrossValidation()
        var before = Recognizer(RulebookCompiler.compile(source).rulebook)
        for fold in 0..<folds {
            let training = zip(messages, numbers).filter { $0.1 != fold }.map(\.0)
            let hints = HintLearner(source: source, settings: settings).learn(training)
            var after = Recognizer(RulebookCompiler.compile(source.replacingHints(hints)).rulebook)
            for (message, number) in zip(messages, numbers) where number == fold {
                result.messages += 1
                let claimed = claim(message, &after)
                if claimed == nil { result.abstained += 1 }
                if (claimed ?? LabelledMessage.nothing) == message.label { result.correct += 1 }
                if (claim(message, &before) ?? LabelledMessage.nothing) == message.label { result.correctBefore += 1 }
            }
            progress(fold + 1)
        }
        return result
    }

    private static func claim(_ message: LabelledMessage, _ recognizer: inout Recognizer) -> String? {
        let understanding = recognizer.understand(message.text, Recognizer.Context(languageHint: message.language))
        return understanding.intents.first.map { recognizer.rulebook.intents[$0.intent] }
    }

    /// A fold for each message, each label spread evenly over the folds.
    private static func folds(_ messages: [LabelledMessage], _ folds: Int, _ seed: UInt64) -> [Int] {
        var random = SplitMix(state: seed)
        var next: [String: Int] = [:]
        var numbers = [Int](repeating: 0, count: messages.count)
        for index in messages.indices.shuffled(using: &random) {
            let key = messages[index].language.rawValue + "/" + messages[index].label
            let place = next[key] ?? Int(random.next() % UInt64(folds))
            numbers[index] = place % folds
            next[key] = place + 1
        }
        return numbers
    }
}

/// SplitMix64: a small seeded generator whose sequence is the same on every machine.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(state: UInt64) { self.state = state }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
