package import Desk
internal import Synchronization

extension MemoryStore: RuleReloads {
    package func note(_ reload: RulebookReload) async {
        state.withLock {
            $0.record(.rulebookReloaded, RulebookReload.subject, by: reload.actor, at: reload.at, detail: reload.detail)
        }
    }
}
