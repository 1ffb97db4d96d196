internal import Desk
internal import GRDB

extension SQLiteStore {
    /// Merges the index of words until nothing of deleted messages is left in it, a stretch at a time, so that nobody who
    /// writes waits long.
    func sweepWords() async throws(StoreFailure) {
        var isFirst = true
        // Each stretch is work on pages that are left; the bound only guards against an index that is never done.
        for _ in 0..<100_000 {
            let pages = isFirst ? -256 : 256
            isFirst = false
            let changes = try await group.perform { session in
                let before = session.db.totalChangesCount
                try session.db.execute(
                    sql: "INSERT INTO message_words (message_words, rank) VALUES ('merge', ?)", arguments: [pages])
                return session.db.totalChangesCount - before
            }
            if changes < 2 { return }
        }
    }
}
