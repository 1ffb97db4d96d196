import Desk
import IntentEngine
import IntentFiles

/// Lays an explanation out: every line of evidence stands under the words it was found in.
struct ExplanationView {
    let message: Message
    let explanation: Explanation
    let loaded: LoadedRulebook
    let style: Style

    private var understanding: Understanding { explanation.understanding }
    /// One character for each scalar of the message, so that columns are scalars.
    private var shown: [Character] {
        message.text.unicodeScalars.map { scalar in
            let text = TextRenderer.safe(String(scalar))
            // A line of the message is one row: ends of lines and what has no width of its own become visible marks.
            if scalar == "\n" || scalar == "\t" || scalar == "\r" { return "␤" }
            return scalar.properties.isGraphemeExtend || scalar.properties.isDefaultIgnorableCodePoint ? "·" : Character(text)
        }
    }

    func lines(_ decision: Decision) -> [String] {
        var lines = [String(shown)]
        lines += reading()
        lines.append("")
        let guess = understanding.language
        lines.append(fact("language", "\(guess.language.rawValue), confidence \(guess.confidence), rules of \(guess.ruled.rawValue)"))
        let thresholds = explanation.thresholds
        lines.append(
            fact("needed", "\(thresholds.points) points, \(thresholds.margin) ahead of the next; of a mere guess, small words do not count")
        )
        for entity in understanding.entities {
            lines.append(marker(entity.span) + "  " + style.blue(entity.kind.rawValue) + " " + entity.value)
        }
        lines += scores()
        lines += signals()
        lines += satisfaction()
        lines.append("")
        lines.append(fact("polarity", "\(polarity(of: decision)); complexity \(decision.complexity); anger \(decision.anger)"))
        lines.append(fact("decision", "\(decision.disposition.rawValue), \(decision.team.rawValue), P\(decision.priority.rawValue)"))
        lines += decision.reasons.map { "  · " + TextRenderer.safe($0) }
        if let draft = decision.draft {
            lines.append("")
            lines += draft.text.split(separator: "\n", omittingEmptySubsequences: false).map {
                style.green("│ ") + TextRenderer.safe(String($0))
            }
            lines += draft.findings.map { style.red("! \($0.rule): \($0.cause) — \($0.remedy)") }
        }
        return lines
    }

    private func fact(_ name: String, _ value: String) -> String {
        style.faint(name + String(repeating: " ", count: max(1, 10 - name.count))) + value
    }

    /// What each word was read as, where that differs from what was written; clauses are numbered.
    private func reading() -> [String] {
        var row = [Character](repeating: " ", count: shown.count)
        var lines: [String] = []
        for word in explanation.words {
            for column in word.span { row[column] = word.form == nil ? "?" : word.isNegated ? "¬" : "‾" }
        }
        lines.append(style.faint(String(row)) + style.faint("   ‾ known  ? unknown  ¬ negated"))
        let scalars = Array(message.text.unicodeScalars)
        let changed = explanation.words.filter { word in
            guard let form = word.form else { return false }
            return word.isCorrected || Folding.fold(String(String.UnicodeScalarView(scalars[word.span]))) != form
        }
        for word in changed {
            lines.append(marker(word.span) + "  " + style.faint(word.isCorrected ? "corrected to " : "read as ") + (word.form ?? ""))
        }
        return lines
    }

    private func scores() -> [String] {
        var lines: [String] = []
        for match in explanation.scores.prefix(6) {
            let stands = understanding.intents.contains { $0.intent == match.intent }
            let name = loaded.rulebook.intents[match.intent]
            lines.append("")
            lines.append(
                (stands ? style.green("✓ \(style.bold(name))") : style.faint("✗ \(name)"))
                    + "  \(match.points) points, confidence \(match.confidence)")
            lines += match.evidence.map(evidence)
        }
        if explanation.scores.isEmpty { lines += ["", style.faint("no intent has a point")] }
        return lines
    }

    private func signals() -> [String] {
        understanding.signals.flatMap { signal in
            ["", style.yellow("⚑ \(loaded.rulebook.signals[signal.signal])") + "  level \(signal.level)"] + signal.evidence.map(evidence)
        }
    }

    /// What counted for `polarity`.
    /// What the words say, and what signals, ratings and problems make of it.
    private func polarity(of decision: Decision) -> String {
        let words = understanding.polarity
        return decision.polarity == words.value
            ? "\(decision.polarity) (\(words.weight) tenths)"
            : "\(decision.polarity), by its words alone \(words.value) (\(words.weight) tenths)"
    }

    private func satisfaction() -> [String] {
        guard !explanation.polarity.isEmpty else { return [] }
        let loudness = explanation.isLoud ? ", and a fifth more for being loud" : ""
        return ["", style.yellow("± satisfaction") + "  in tenths" + loudness]
            + explanation.polarity.map { share in
                guard let pattern = share.pattern else { return marker(share.span) + "  " + signed(share.tenths) + " " + read(share.span) }
                return line(share.span, share.tenths, pattern)
            }
    }

    /// The words of `span` as they were read.
    private func read(_ span: Range<Int>) -> String {
        explanation.words.filter { span.contains($0.span.lowerBound) }.compactMap(\.form).joined(separator: " ")
    }

    private func evidence(_ item: Evidence) -> String { line(item.span, item.points, item.pattern) }

    private func line(_ span: Range<Int>, _ points: Int, _ number: UInt32) -> String {
        let pattern = loaded.rulebook.pattern(number)
        return marker(span) + "  \(signed(points)) \(pattern.text) " + style.faint("\(pattern.place.file):\(pattern.place.line)")
    }

    private func signed(_ number: Int) -> String { number >= 0 ? "+\(number)" : "\(number)" }

    /// A bar under the characters of `span`, padded to the message's length so that what follows is aligned.
    private func marker(_ span: Range<Int>) -> String {
        var row = [Character](repeating: " ", count: min(max(shown.count, 1), 200))
        for column in span where column < row.count { row[column] = "━" }
        return String(row)
    }
}
