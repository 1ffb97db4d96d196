import Desk
import DeskServer
import Dispatch
import IntentFiles
import Spelling
import Synchronization

/// Rulebooks of a folder, for a server that watches it and for people who look at it.
final class FolderRulebooks: RulebookSource, RuleSheetSource {
    let path: String
    private let now: @Sendable () -> Instant
    private let state = Mutex(State())

    private struct State {
        var reading: RulebookReading?
        /// The last sheet, and the stamp of the files it was made of.
        var sheet: (stamp: String, sheet: RuleSheet)?
    }

    init(path: String, now: @escaping @Sendable () -> Instant) {
        self.path = path
        self.now = now
    }

    // MARK: For use

    func stamp() -> String { RuleFolderStamp.of(path) }

    func load() -> Result<RulebookEdition, RulebookFindings> {
        let loaded = RulebookLoader.load(path, cache: RulesOption.cache)
        ProcessMemory.giveBack()
        note(loaded)
        guard loaded.findings.isEmpty else { return .failure(RulebookFindings(lines: loaded.findings.map { $0.line(in: path) })) }
        return .success(RulebookEdition(loaded))
    }

    /// Takes down how a reading for use went.
    func note(_ loaded: LoadedRulebook) {
        let reading = RulebookReading(at: now(), findings: loaded.findings.count)
        state.withLock { $0.reading = reading }
    }

    var lastReading: RulebookReading? { state.withLock { $0.reading } }

    // MARK: For people

    /// Read on a thread of its own, and kept until the files change.
    func sheet(isChecked: Bool) async -> RuleSheet {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(returning: self.read(isChecked)) }
        }
    }

    private func read(_ isChecked: Bool) -> RuleSheet {
        let stamp = stamp()
        if let last = state.withLock({ $0.sheet }), last.stamp == stamp, last.sheet.isChecked || !isChecked { return last.sheet }
        let sheet: RuleSheet
        if isChecked {
            let checked = RulebookLinter.check(path) { HunspellDictionary(accepted: $0) }
            sheet = checked.loaded.sheet(findings: checked.findings, isChecked: true)
        } else {
            let loaded = RulebookLoader.load(path)
            sheet = loaded.sheet(findings: loaded.findings, isChecked: !loaded.findings.isEmpty)
        }
        state.withLock { $0.sheet = (stamp, sheet) }
        return sheet
    }
}

extension RulebookEdition {
    /// The rules as a server uses them. What colleagues write is spell-checked; the rules' own texts were by their linter.
    init(_ loaded: LoadedRulebook) {
        self.init(hash: loaded.hash, desk: loaded.desk(), proofreader: loaded.replyProofreader())
    }
}
