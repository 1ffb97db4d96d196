import Desk
import IntentEngine

/// Every reply, in every language and visibility, with and without each value, passes the proofreader.
struct RepliesReadWell: TextRule {
    func findings(in texts: LintTexts) -> [RuleFinding] {
        let brand = texts.written.brand
        let drafts = DraftRehearsal(library: texts.written.library, policy: texts.written.policy, brand: brand).drafts()
        let proofreader = Proofreader(spelling: texts.spelling)
        let channels = brand.channels.sorted { $0.key < $1.key }
        let faults = AllProcessors.flatMap(drafts.count) { piece in
            drafts[piece].flatMap { self.faults(in: $0, brand, channels, proofreader) }
        }
        var findings: [RuleFinding] = []
        var seen: Set<String> = []
        for (entry, finding, cause) in faults {
            // A block that stands in every draft would otherwise be reported with each of them.
            let key = "\(finding.rule) \(finding.text) \(cause)"
            guard seen.insert(key).inserted else { continue }
            let words = finding.rule == "length" ? "" : " “\(finding.text)”"
            findings.append(
                RuleFinding(
                    place: entry.place, cause: "\(entry.name), \(finding.rule):\(words) \(cause)", remedy: finding.remedy))
        }
        return findings
    }

    private typealias Fault = (entry: ReplyLibrary.Entry, finding: ProofFinding, cause: String)

    private func faults(
        in draft: DraftRehearsal.Rehearsed, _ brand: Brand, _ channels: [(key: String, value: ChannelSettings)],
        _ proofreader: Proofreader
    ) -> [Fault] {
        var context = ProofContext(language: draft.language, visibility: draft.visibility)
        context.register = brand.register
        context.isDissatisfied = draft.isDissatisfied
        context.leavesUnread = draft.leavesUnread
        context.allowedPromises = brand.allowedPromises
        var found: [Fault] = proofreader.findings(in: draft.text, context).map { (draft.entry, $0, $0.cause) }
        for (name, channel) in channels {
            guard let limit = channel.limit(draft.visibility), !limit.allows(draft.text) else { continue }
            context.length = limit
            let tooLong = proofreader.findings(in: draft.text, context).filter { $0.rule == "length" }
            found += tooLong.map { (draft.entry, $0, "\($0.cause) (channel \(name))") }
        }
        return found
    }
}
