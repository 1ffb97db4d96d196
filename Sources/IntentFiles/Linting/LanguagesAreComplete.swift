import Desk
import IntentEngine

/// Each intent and signal speaks every ruled language, in all its parts.
struct LanguagesAreComplete: LintRule {
    func findings(in subject: LintSubject) -> [RuleFinding] {
        var findings: [RuleFinding] = []
        let owners = subject.source.intents + subject.source.signals
        for (number, owner) in owners.enumerated() {
            let tests = subject.loaded.tests[number]
            let title =
                number < subject.source.intents.count
                ? subject.loaded.policy.intents[number].title
                : subject.loaded.policy.signals[number - subject.source.intents.count].title
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
            guard number < subject.source.intents.count else { continue }
            findings += missingReplies(owner.name, number, tests.place, subject)
        }
        return findings
    }

    private func missingReplies(_ name: String, _ number: Int, _ place: SourcePlace, _ subject: LintSubject) -> [RuleFinding] {
        let action = subject.loaded.policy.intents[number].action
        guard action == .draft || action == .send else { return [] }
        var findings: [RuleFinding] = []
        for language in Language.ruled {
            for visibility in Message.Visibility.allCases {
                let key = ReplyLibrary.Key(.body(number), language, visibility)
                guard subject.loaded.library.entries(key).isEmpty else { continue }
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
