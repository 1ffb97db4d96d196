public import IntentEngine

/// Tells the reasons of a kept decision in the language of whoever reads them.
///
/// Decisions are kept with their reasons in the message's language. These are sentences of the rules, with numbers and words of the
/// message between them: each is known by what is the rules' in it, and told by the same sentence of the other language. What no
/// rule says any more is told as it was.
public struct ReasonTranslation: Sendable {
    private let pairs: [(from: [String], to: [String])]
    /// Requests as they stand inside a sentence.
    private let titles: [String: String]

    public init(policy: Policy, brand: Brand, to language: Language) {
        let reader = ReasonWriter(policy: policy, brand: brand, language: language)
        let other = ReasonWriter(policy: policy, brand: brand, language: language == .english ? .french : .english)
        pairs = Array(zip(other.sentences, reader.sentences))
        titles = Dictionary(zip(other.intents, reader.intents)) { first, _ in first }
    }

    public func callAsFunction(_ reason: String) -> String {
        for (from, to) in pairs {
            guard let words = Self.words(of: reason, between: from) else { continue }
            var told = to[0]
            for (word, piece) in zip(words, to.dropFirst()) { told += (from.count > 3 ? titles[word] ?? word : word) + piece }
            return told
        }
        return reason
    }

    /// What stands between the pieces of a sentence; nil where it is another.
    private static func words(of reason: String, between pieces: [String]) -> [String]? {
        guard pieces.count > 1 else { return reason == pieces[0] ? [] : nil }
        guard reason.hasPrefix(pieces[0]), let last = pieces.last, reason.hasSuffix(last),
            reason.count >= pieces[0].count + last.count
        else { return nil }
        var rest = reason.dropFirst(pieces[0].count).dropLast(last.count)
        var words: [String] = []
        for piece in pieces[1...].dropLast() {
            guard let place = rest.firstRange(of: piece) else { return nil }
            words.append(String(rest[..<place.lowerBound]))
            rest = rest[place.upperBound...]
        }
        return words + [String(rest)]
    }
}

extension ReasonWriter {
    /// All it can say, in one order whatever the language: the pieces between which numbers and words of the message stand.
    fileprivate var sentences: [[String]] {
        var causes: [Judgement.Cause] = [
            .tooComplex, .angryInPublic, .doubtfulCourtesy, .doubtfulRequest, .guessed(0), .unknown, .unknownAndDissatisfied,
            .otherLanguage, .insultBesideConcern, .severalProblems, .saidInPublic, .nothingToAnswer,
        ]
        causes += gates.indices.map { .gate($0) } + forPerson.indices.map { .intentForPerson($0) } + (2...9).map { .manyRequests($0) }
        let whole = causes.compactMap { cause($0, nil) } + Moderation.Action.allCases.map(moderated) + [repetition, alarm]
        let end = isFrench ? "\u{A0}points)." : " points)."
        return whole.map { [$0] } + intents.map { [requestStart($0), end] }
            + signalTitles.flatMap {
                [[signalStart($0) + "."], [signalStart($0) + (isFrench ? " («\u{A0}" : " (“"), isFrench ? "\u{A0}»)." : "”)."]]
            }
            + [
                [isFrench ? "Complexité\u{A0}: " : "Complexity: ", isFrench ? ", relecture attentive." : ", read carefully."],
                [isFrench ? "Complexité\u{A0}: " : "Complexity: ", "."],
                [isFrench ? "Colère\u{A0}: " : "Anger: ", isFrench ? " sur\u{A0}4." : " out of 4."],
                [
                    isFrench ? "Pas assez d’indices pour trancher\u{A0}: " : "Not enough evidence to decide: ", " (",
                    isFrench ? ") ou " : ") or ", " (", ").",
                ],
            ]
    }
}
