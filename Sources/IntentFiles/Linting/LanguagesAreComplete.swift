import Desk
import IntentEngine

/// Each intent and signal speaks every ruled language, in all its parts.
struct LanguagesAreComplete: TextRule {
    func findings(in texts: LintTexts) -> [RuleFinding] {
        var findings: [RuleFinding] = []
        let owners = texts.source.intents + texts.source.signals
        for (number, owner) in owners.enumerated() {
            let tests = texts.written.tests[number]
            let title =
                number < texts.source.intents.count
                ? texts.written.policy.intents[number].title
                : texts.written.policy.signals[number - texts.source.intents.count].title
            for language in Language.ruled {
                let code = language.rawValue
                if title[language] == nil {
                    findings.append(
                        RuleFinding(place: tests.place, cause: "“\(owner.name)” has no title in \(code)", remedy: "add title: {\(code): …}")
                    )
                }
                if !owner.patterns.contains(where: { $0.language == language && $0.role != .veto }) {
                    findings.append(
                        RuleFinding(
                            place: tests.place, cause: "“\(owner.name)” has no phrase in \(code)", remedy: "add phrases under \(code)"))
                }
            }
            guard number < texts.source.intents.count else { continue }
            findings += missingReplies(owner.name, number, tests.place, texts)
        }
        return findings
    }

    private func missingReplies(_ name: String, _ number: Int, _ place: SourcePlace, _ texts: LintTexts) -> [RuleFinding] {
        let action = texts.written.policy.intents[number].action
        guard action == .draft || action == .send else { return [] }
        var findings: [RuleFinding] = []
        for language in Language.ruled {
            for visibility in Message.Visibility.allCases {
                let key = ReplyLibrary.Key(.body(number), language, visibility)
                guard texts.written.library.entries(key).isEmpty else { continue }
                let field = visibility == .public ? "public" : "text"
                findings.append(
                    RuleFinding(
                        place: place, cause: "“\(name)” has no \(visibility.rawValue) reply in \(language.rawValue)",
                        remedy: "add a reply with “\(field): …” under \(language.rawValue)"))
            }
        }
        return findings
    }
}
