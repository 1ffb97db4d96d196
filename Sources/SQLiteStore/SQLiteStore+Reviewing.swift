public import Desk
internal import GRDB

extension SQLiteStore: Reviewing {
    public func review(_ change: ReviewChange) async throws(StoreFailure) -> Result<Case, ReviewRefusal> {
        try await group.perform { session in
            guard var loaded = try CaseRecord.read(change.number, session.db) else { return .failure(.noSuchCase) }
            let users = change.action.name == .handOver ? try UserRecord.all(session.db) : []
            let effects: [ReviewEffect]
            do throws(ReviewRefusal) {
                effects = try loaded.item.review(
                    try change.action.addressed(among: users), by: change.by, at: change.at, seen: change.version, policy: session.policy)
            } catch {
                guard case .stale(let stale) = error else { return .failure(error) }
                let seen = try session.draftText(of: change.number, at: stale.seen)
                return .failure(error.completed { _ in seen })
            }
            return .success(try session.write(loaded, effects, by: change.by.name, at: change.at))
        }
    }
}

extension WriteSession {
    /// The draft that was current at a version of a case.
    fileprivate func draftText(of number: Int64, at version: Int) throws -> String? {
        var query = try Query(
            db, "SELECT text FROM drafts WHERE case_id = ? AND since_version <= ? ORDER BY id DESC LIMIT 1")
        query.bind(number)
        query.bind(version)
        return try query.next() ? query.text(0) : nil
    }
}
