import Desk
import IntentEngine

/// Every reply, in every language and visibility, with and without each value, passes the proofreader.
struct RepliesReadWell: LintRule {
    func findings(in subject: LintSubject) -> [RuleFinding] {
        let brand = subject.loaded.brand
        let rehearsal = DraftRehearsal(library: subject.loaded.library, policy: subject.loaded.policy, brand: brand)
        let proofreader = Proofreader(spelling: subject.spelling)
        var findings: [RuleFinding] = []
        var seen: Set<String> = []
        for draft in rehearsal.drafts() {
            var context = ProofContext(language: draft.language, visibility: draft.visibility)
            context.register = brand.register
            context.isDissatisfied = draft.isDissatisfied
            context.allowedPromises = brand.allowedPromises
            var found = proofreader.findings(in: draft.text, context).map { (finding: $0, cause: $0.cause) }
            for (name, channel) in brand.channels.sorted(by: { $0.key < $1.key }) {
                guard let limit = channel.limit(draft.visibility), !limit.allows(draft.text) else { continue }
                context.length = limit
                let tooLong = proofreader.findings(in: draft.text, context).filter { $0.rule == "length" }
                found += tooLong.map { ($0, "\($0.cause) (channel \(name))") }
            }
            for (finding, cause) in found {
                // A block that stands in every draft would otherwise be reported with each of them.
                let key = "\(finding.rule) \(finding.text) \(cause)"
                guard seen.insert(key).inserted else { continue }
                let words = finding.rule == "length" ? "" : " “\(finding.text)”"
                findings.append(
                    RuleFinding(
                        place: draft.entry.place, cause: "\(draft.entry.name), \(finding.rule):\(words) \(cause)",
                        remedy: finding.remedy))
            }
        }
        return findings
    }
}
