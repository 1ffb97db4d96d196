public import Desk
internal import GRDB

extension SQLiteStore: RuleReloads {
    public func note(_ reload: RulebookReload) async throws(StoreFailure) {
        try await group.perform { session in
            try session.record(.rulebookReloaded, RulebookReload.subject, by: reload.actor, at: reload.at, detail: reload.detail)
        }
    }
}
