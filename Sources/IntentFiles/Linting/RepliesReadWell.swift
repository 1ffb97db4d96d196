import Desk
import IntentEngine

/// Every reply, in every language and visibility, with and without each value, passes the proofreader.
struct RepliesReadWell: TextRule {
    func findings(in texts: LintTexts) -> [RuleFinding] {
        let brand = texts.written.brand
        let proofreader = Proofreader(spelling: texts.spelling)
        let channels = brand.channels.sorted { $0.key < $1.key }
        var faults = self.faults(in: texts, nil, channels.filter { !$0.value.hasOwnDrafts }, proofreader)
        for channel in channels where channel.value.hasOwnDrafts {
            faults += self.faults(in: texts, channel.value, [channel], proofreader)
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

    /// - Parameter own: Settings of a channel whose drafts are put together otherwise; nil for all others.
    private func faults(
        in texts: LintTexts, _ own: ChannelSettings?, _ channels: [(key: String, value: ChannelSettings)], _ proofreader: Proofreader
    ) -> [Fault] {
        let brand = texts.written.brand
        let drafts = DraftRehearsal(library: texts.written.library, policy: texts.written.policy, brand: brand, channel: own).drafts()
        return AllProcessors.flatMap(drafts.count) { piece in
            drafts[piece].flatMap { self.faults(in: $0, brand, own?.typography ?? .full, channels, proofreader) }
        }
    }

    private func faults(
        in draft: DraftRehearsal.Rehearsed, _ brand: Brand, _ typography: Typography,
        _ channels: [(key: String, value: ChannelSettings)], _ proofreader: Proofreader
    ) -> [Fault] {
        var context = ProofContext(language: draft.language, visibility: draft.visibility)
        context.register = brand.register
        context.typography = typography
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

extension ChannelSettings {
    /// Whether its drafts are put together otherwise than those of other channels.
    fileprivate var hasOwnDrafts: Bool { frame != .full || typography == .plain }
}
