import Desk
import DeskServer
import IntentEngine

/// How one message is read, scored, decided and answered: what `courtois explain` shows, in a page.
struct TrialView {
    let view: [String: Any]

    /// Requests and words shown.
    private static let (mostScores, mostWords) = (6, 200)

    init(_ message: Message, _ visit: Visit) {
        var desk = visit.edition.desk
        let explanation = desk.explain(message)
        var used = UsedTexts()
        let decision = desk.decide(message, explanation.understanding, used: &used)
        let reader = TrialReader(wording: visit.wording, rulebook: desk.rulebook, scalars: Array(message.text.unicodeScalars))
        let (wording, understanding) = (visit.wording, explanation.understanding)
        let words = reader.words(explanation.words)
        let told = ReasonTranslation(policy: desk.decider.policy, brand: desk.decider.brand, to: wording.language)
        view = [
            "language": "\(wording.language(understanding.language.language)), \(wording.percent(understanding.language.confidence))",
            "needed": wording.say(
                "\(explanation.thresholds.points) points, et \(explanation.thresholds.margin) d’avance\u{202F}; de ce qui n’est que "
                    + "supposé, les petits mots ne comptent pas",
                "\(explanation.thresholds.points) points, \(explanation.thresholds.margin) ahead of the next; of a mere guess, small "
                    + "words do not count"),
            "words": Array(words.prefix(Self.mostWords)), "hasWords": !words.isEmpty,
            "scores": explanation.scores.prefix(Self.mostScores).map { match in
                reader.score(match, stands: understanding.intents.contains { $0.intent == match.intent })
            }, "hasScores": !explanation.scores.isEmpty, "signals": understanding.signals.map(reader.signal),
            "hasSignals": !understanding.signals.isEmpty,
            "satisfaction": explanation.polarity.map(reader.share), "hasSatisfaction": !explanation.polarity.isEmpty,
            "satisfactionSum": reader.sum(understanding.polarity.weight, isLoud: explanation.isLoud),
            "values": understanding.entities.map { entity in
                [
                    "kind": wording.value(entity.kind.rawValue),
                    "value": VisibleText.line(wording.shown(entity.kind.rawValue, entity.value).text),
                ]
            }, "hasValues": !understanding.entities.isEmpty,
            "tone": wording.say(
                "\(wording.polarity(Double(decision.polarity))) sur 2 · complexité \(decision.complexity) · colère \(decision.anger) sur 4",
                "\(wording.polarity(Double(decision.polarity))) of 2 · complexity \(decision.complexity) · anger \(decision.anger) of 4"),
            "decision": wording.disposition(decision.disposition), "kind": decision.disposition.rawValue,
            "team": wording.team(decision.team), "priority": decision.priority.rawValue,
            "priorityName": wording.priority(decision.priority),
            "reasons": decision.reasons.map { VisibleText.line(told($0), most: 400) },
            "draft": decision.draft.map { Self.draft($0) as Any } ?? false,
        ]
    }

    private static func draft(_ draft: Draft) -> [String: Any] {
        let scalars = Array(draft.text.unicodeScalars)
        return [
            "text": VisibleText.lines(scalars[...]), "lang": draft.language.rawValue, "template": draft.template,
            "hasFindings": !draft.findings.isEmpty,
            "findings": draft.findings.map { ["rule": $0.rule, "cause": $0.cause, "remedy": $0.remedy] },
        ]
    }
}

/// Puts places in a message into its words.
private struct TrialReader {
    let wording: DeskWording
    let rulebook: Rulebook
    let scalars: [Unicode.Scalar]

    func quote(_ span: Range<Int>) -> String {
        guard span.upperBound <= scalars.count else { return "" }
        return VisibleText.line(String(String.UnicodeScalarView(scalars[span])), most: 120)
    }

    /// Words that were read as something else, are unknown, or are negated.
    func words(_ words: [ReadWord]) -> [[String: Any]] {
        words.compactMap { word in
            let written = quote(word.span)
            let isChanged = word.form.map { $0 != Folding.fold(written) } ?? false
            guard word.form == nil || word.isNegated || word.isCorrected || isChanged else { return nil }
            let notes: [RulebookWord] =
                (word.form == nil ? [.wordUnknown] : []) + (word.isCorrected ? [.wordCorrected] : [])
                + (word.isNegated ? [.wordNegated] : [])
            return [
                "written": written, "read": word.form.map { VisibleText.line($0) } ?? "?",
                "notes": notes.map { wording($0) }.joined(separator: ", "),
            ]
        }
    }

    func score(_ match: IntentMatch, stands: Bool) -> [String: Any] {
        let name = rulebook.intents[match.intent]
        return [
            "title": wording.intent(name), "name": name, "address": "/rulebook/intents/\(name)", "stands": stands,
            "points": points(match.points), "confidence": wording.percent(match.confidence), "evidence": match.evidence.map(evidence),
        ]
    }

    func signal(_ signal: SignalMatch) -> [String: Any] {
        ["title": wording.signal(rulebook.signals[signal.signal]), "level": signal.level, "evidence": signal.evidence.map(evidence)]
    }

    func share(_ share: PolarityShare) -> [String: Any] {
        var view: [String: Any] = ["quote": quote(share.span), "points": signed(share.tenths)]
        if let number = share.pattern { view["rule"] = rule(number) }
        return view
    }

    func sum(_ tenths: Int, isLoud: Bool) -> String {
        let sum = wording.say("\(signed(tenths)) dixièmes de point", "\(signed(tenths)) tenths of a point")
        guard isLoud else { return sum }
        return sum + wording.say(", un cinquième compris pour les capitales ou «\u{202F}!!\u{202F}»", ", with a fifth for capitals or “!!”")
    }

    private func points(_ count: Int) -> String { wording.count(count, ("point", "points"), ("point", "points")) }

    private func evidence(_ item: Evidence) -> [String: Any] {
        ["quote": quote(item.span), "points": signed(item.points), "rule": rule(item.pattern)]
    }

    private func signed(_ number: Int) -> String { number >= 0 ? "+\(number)" : "−\(-number)" }

    private func rule(_ number: UInt32) -> [String: Any] {
        let pattern = rulebook.pattern(number)
        return ["phrase": VisibleText.line(pattern.text), "source": "\(pattern.place.file):\(pattern.place.line)"]
    }
}
