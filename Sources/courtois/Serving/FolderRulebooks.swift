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
        return .success(Self.edition(loaded))
    }

    /// The rules ready for work, with the dictionaries that colleagues' texts are read by.
    static func edition(_ loaded: LoadedRulebook) -> RulebookEdition {
        RulebookEdition(hash: loaded.hash, desk: loaded.desk(), proofreader: loaded.replyProofreader())
    }
}
