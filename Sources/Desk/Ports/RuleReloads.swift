/// Takes down when rules were read again, by whom, and what came of it.
public protocol RuleReloads: Sendable {
    /// Adds the audit row.
    func note(_ reload: RulebookReload) async throws(StoreFailure)
}
