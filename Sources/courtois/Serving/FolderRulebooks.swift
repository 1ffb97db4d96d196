import Desk
import DeskServer
import IntentFiles

/// Rulebooks of a folder, for a server that watches it.
struct FolderRulebooks: RulebookSource {
    let path: String

    func stamp() -> String { RuleFolderStamp.of(path) }

    func load() -> Result<RulebookEdition, RulebookFindings> {
        let loaded = RulebookLoader.load(path, cache: RulesOption.cache)
        ProcessMemory.giveBack()
        guard loaded.findings.isEmpty else { return .failure(RulebookFindings(lines: loaded.findings.map { $0.line(in: path) })) }
        return .success(RulebookEdition(loaded))
    }
}

extension RulebookEdition {
    /// The rules as a server uses them. What colleagues write is spell-checked; the rules' own texts were by their linter.
    init(_ loaded: LoadedRulebook) {
        self.init(hash: loaded.hash, desk: loaded.desk(), proofreader: loaded.replyProofreader())
    }
}
