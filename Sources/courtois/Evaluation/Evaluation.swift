import Desk
import IntentEngine
import IntentFiles

/// Runs labelled messages through a rulebook and counts.
struct Evaluation {
    private let loaded: LoadedRulebook
    private let map: [String: [String]]?
    private var desk: MessageDesk

    init(_ loaded: LoadedRulebook, map: [String: [String]]?) {
        self.loaded = loaded
        self.map = map
        desk = loaded.desk()
    }

    mutating func figures(_ lines: [LabelledLines.Line], _ measure: Measure) -> any Figures {
        switch measure {
        case .intents: intents(lines)
        case .polarity: polarity(lines)
        case .moderation: moderation(lines)
        case .pairs: pairs(lines)
        }
    }

    private mutating func understand(_ text: String) -> Understanding { desk.understand(Message(id: "", text: text)) }

    private mutating func intents(_ lines: [LabelledLines.Line]) -> IntentFigures {
        var figures = IntentFigures()
        let names = Set(loaded.rulebook.intents)
        for line in lines {
            // A label may hold signs that a file's name cannot.
            let accepted = Set(line.label.flatMap { map?[$0] ?? (map == nil ? [RulebookScaffold.name($0)] : []) }).intersection(names)
            guard let label = line.label.first, !accepted.isEmpty else {
                figures.skip()
                continue
            }
            let understanding = understand(line.text)
            let claimed = understanding.intents.map { loaded.rulebook.intents[$0.intent] }
            let best = (understanding.intents + understanding.candidates).max { $0.points < $1.points }
            figures.count(
                label: label, accepted: accepted, claimed: claimed, best: best.map { loaded.rulebook.intents[$0.intent] },
                register: Register(line.text, understanding))
            if let lang = line.lang { figures.countLanguage(isRight: understanding.language.ruled.rawValue == lang) }
        }
        return figures
    }

    private mutating func polarity(_ lines: [LabelledLines.Line]) -> PolarityFigures {
        var figures = PolarityFigures()
        for line in lines {
            let expected =
                line.valence.map { abs($0) >= 1 ? ($0 > 0 ? 1 : -1) : 0 }
                ?? (line.label == ["positive"] ? 1 : line.label == ["negative"] ? -1 : 0)
            figures.count(expected: expected, found: understand(line.text).polarity.value)
        }
        return figures
    }

    private mutating func moderation(_ lines: [LabelledLines.Line]) -> ModerationFigures {
        var figures = ModerationFigures()
        for line in lines {
            let isFlagged = understand(line.text).signals.contains { match in
                let signal = loaded.policy.signals[match.signal]
                return signal.moderation.map { !$0.isForPublic || signal.isGate } ?? false
            }
            figures.count(isHateful: line.label == ["hateful"], functionality: line.functionality ?? "all", isFlagged: isFlagged)
        }
        return figures
    }

    private mutating func pairs(_ lines: [LabelledLines.Line]) -> PairFigures {
        var figures = PairFigures()
        for line in lines {
            let typed = understand(line.text)
            let clean = understand(line.clean ?? "")
            figures.count(
                sameIntents: typed.intents.map(\.intent) == clean.intents.map(\.intent),
                sameEntities: typed.entities.map { [$0.kind.rawValue, $0.value] } == clean.entities.map { [$0.kind.rawValue, $0.value] })
        }
        return figures
    }
}

/// How a message is written.
enum Register: String, CaseIterable {
    case careful, casual, noisy

    /// Careful: a capital first and a mark last. Noisy: shouted, stretched, or a long text without either.
    init(_ text: String, _ understanding: Understanding) {
        let startsLarge = text.first(where: \.isLetter)?.isUppercase ?? false
        let endsMarked = text.last.map { ".!?…".contains($0) } ?? false
        let tone = understanding.tone
        if tone.isShouted || tone.elongations > 0 || tone.longestMarkRun > 1 || understanding.correctedWords > 0 {
            self = .noisy
        } else {
            self = startsLarge && endsMarked ? .careful : .casual
        }
    }
}
