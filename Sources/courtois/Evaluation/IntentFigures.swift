/// How well intents were recognised on labelled messages.
struct IntentFigures: Figures {
    /// Lines whose label is known; the others are left out and counted.
    private(set) var messages = 0
    private(set) var skipped = 0
    private(set) var correct = 0
    /// An intent that is right stands, if not first.
    private(set) var listed = 0
    private(set) var abstained = 0
    /// Right among the best-scored, whether it was claimed or not.
    private(set) var forced = 0
    private(set) var languageKnown = 0
    private(set) var languageRight = 0
    private var perRegister: [Register: (correct: Int, messages: Int)] = [:]
    private var perLabel: [String: Counts] = [:]
    private var confusions: [Confusion: Int] = [:]

    private struct Counts {
        var truePositives = 0
        var falsePositives = 0
        var falseNegatives = 0
    }

    struct Confusion: Hashable {
        let label: String
        let predicted: String
    }

    static let nothing = "(none)"

    mutating func skip() { skipped += 1 }

    /// Counts one message.
    ///
    /// - Parameters:
    ///   - label: The label as written, which names the class.
    ///   - accepted: Intents that count as right for it.
    ///   - claimed: Intents that stand, best first.
    ///   - best: The best-scored intent, claimed or not.
    ///   - register: How the message is written.
    mutating func count(label: String, accepted: Set<String>, claimed: [String], best: String?, register: Register) {
        messages += 1
        perRegister[register, default: (0, 0)].messages += 1
        let predicted = claimed.first
        if predicted == nil { abstained += 1 }
        if let best, accepted.contains(best) { forced += 1 }
        if claimed.contains(where: accepted.contains) { listed += 1 }
        if let predicted, accepted.contains(predicted) {
            correct += 1
            perRegister[register, default: (0, 0)].correct += 1
            perLabel[label, default: Counts()].truePositives += 1
        } else {
            perLabel[label, default: Counts()].falseNegatives += 1
            if let predicted { perLabel[predicted, default: Counts()].falsePositives += 1 }
            confusions[Confusion(label: label, predicted: predicted ?? Self.nothing), default: 0] += 1
        }
    }

    mutating func countLanguage(isRight: Bool) {
        languageKnown += 1
        if isRight { languageRight += 1 }
    }

    /// Mean F1 over the labels that occur.
    var macroF1: Double {
        let labels = perLabel.values.filter { $0.truePositives + $0.falseNegatives > 0 }
        guard !labels.isEmpty else { return 0 }
        let sum = labels.reduce(0.0) { sum, counts in
            let denominator = 2 * counts.truePositives + counts.falsePositives + counts.falseNegatives
            return sum + (denominator == 0 ? 0 : 2 * Double(counts.truePositives) / Double(denominator))
        }
        return sum / Double(labels.count)
    }

    /// The commonest mistakes first; equal ones by name.
    var worst: [(confusion: Confusion, count: Int)] {
        confusions.map { ($0.key, $0.value) }.sorted {
            (-$0.1, $0.0.label, $0.0.predicted) < (-$1.1, $1.0.label, $1.0.predicted)
        }
    }

    private func share(_ count: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(count) / Double(whole) }

    /// The figures; the confusions are listed apart.
    var rows: [FigureRow] {
        var rows = [
            FigureRow("accuracy", correct, of: messages), FigureRow("  where claimed", correct, of: messages - abstained),
            FigureRow("  any claimed", listed, of: messages), FigureRow("  best if forced", forced, of: messages),
            FigureRow("macro F1", macroF1), FigureRow("abstention", abstained, of: messages),
        ]
        for register in Register.allCases {
            if let counts = perRegister[register] { rows.append(FigureRow("  \(register.rawValue)", counts.correct, of: counts.messages)) }
        }
        if languageKnown > 0 { rows.append(FigureRow("language", languageRight, of: languageKnown)) }
        if skipped > 0 { rows.append(FigureRow(note: "\(skipped) lines left out: their label is not in the map or the rulebook")) }
        return rows
    }

    private enum Field: String, CodingKey {
        case messages, skipped, accuracy, accuracyAnswered = "accuracy_answered", listed, forced, macroF1 = "macro_f1", abstention
        case language, registers, confusions
    }

    private struct ConfusionField: Encodable {
        let label: String
        let predicted: String
        let count: Int
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(messages, forKey: .messages)
        try fields.encode(skipped, forKey: .skipped)
        try fields.encode(share(correct, of: messages), forKey: .accuracy)
        try fields.encode(share(correct, of: messages - abstained), forKey: .accuracyAnswered)
        try fields.encode(share(listed, of: messages), forKey: .listed)
        try fields.encode(share(forced, of: messages), forKey: .forced)
        try fields.encode(macroF1, forKey: .macroF1)
        try fields.encode(share(abstained, of: messages), forKey: .abstention)
        try fields.encode(
            Dictionary(uniqueKeysWithValues: perRegister.map { ($0.rawValue, share($1.correct, of: $1.messages)) }), forKey: .registers)
        if languageKnown > 0 { try fields.encode(share(languageRight, of: languageKnown), forKey: .language) }
        try fields.encode(
            worst.map { ConfusionField(label: $0.confusion.label, predicted: $0.confusion.predicted, count: $0.count) }, forKey: .confusions
        )
    }
}
