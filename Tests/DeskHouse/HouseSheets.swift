package import Desk
internal import IntentFiles
internal import Support
internal import Synchronization

/// The rules of a house as managers look at them.
package final class HouseSheets: RuleSheetSource {
    private let load: @Sendable () -> RuleSheet?
    private let kept = Mutex<RuleSheet?>(nil)

    /// - Parameter rules: Read when somebody asks, once.
    init(_ rules: DeskHouse.Rules) {
        load = {
            switch rules {
            case .shipped: return RulebookLoader.load(DeskHouse.root + "/intents").unchecked
            case .sample:
                guard let folder = try? TemporaryFolder(SampleRules.files) else { return nil }
                return RulebookLoader.load(folder.path).unchecked
            }
        }
    }

    package func sheet(isChecked: Bool) async -> RuleSheet {
        kept.withLock { kept in
            let sheet = kept ?? load() ?? RuleSheet(entries: [:], hash: "", findings: [], isChecked: false)
            kept = sheet
            return RuleSheet(entries: sheet.entries, hash: sheet.hash, findings: sheet.findings, isChecked: isChecked)
        }
    }

    package var lastReading: RulebookReading? { RulebookReading(at: Sample.start, findings: 0) }
}

extension LoadedRulebook {
    fileprivate var unchecked: RuleSheet { sheet(findings: findings, isChecked: false) }
}
