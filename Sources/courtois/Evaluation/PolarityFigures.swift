/// How often the sign of the polarity is the one people gave. Neutral messages, and rated ones between −1 and +1, are
/// left out: people do not agree on them either.
struct PolarityFigures: Figures {
    private(set) var messages = 0
    private(set) var correct = 0
    /// Neither satisfied nor dissatisfied was said.
    private(set) var undecided = 0
    private(set) var negatives = 0
    private(set) var negativesFound = 0
    private(set) var skipped = 0

    /// - Parameters:
    ///   - expected: −1 or +1, or 0 for what is left out.
    ///   - found: The polarity, from −2 to +2.
    mutating func count(expected: Int, found: Int) {
        guard expected != 0 else {
            skipped += 1
            return
        }
        messages += 1
        if found.signum() == expected { correct += 1 }
        if found == 0 { undecided += 1 }
        if expected < 0 {
            negatives += 1
            if found < 0 { negativesFound += 1 }
        }
    }

    var rows: [FigureRow] {
        [
            FigureRow("sign accuracy", correct, of: messages), FigureRow("  of negatives", negativesFound, of: negatives),
            FigureRow("  of positives", correct - negativesFound, of: messages - negatives),
            FigureRow("undecided", undecided, of: messages),
        ]
    }

    private enum CodingKeys: String, CodingKey {
        case messages, correct, undecided, negatives, skipped
        case negativesFound = "negatives_found"
    }
}
