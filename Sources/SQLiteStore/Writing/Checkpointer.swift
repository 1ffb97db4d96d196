internal import CSQLite
internal import Dispatch
internal import GRDB
internal import Synchronization

/// Folds the journal into the file on a thread and a connection of its own, while the store goes on writing.
///
/// SQLite would do so within a commit, and everybody would wait for the file's thirty-two megabytes to reach the disk. Only the
/// writing connection finds a moment at which the journal is folded to its last page and starts over; so it does the last part
/// itself, after most has been done here.
///
/// `@unchecked Sendable`: the connection is used on `queue` alone, the rest is guarded by `state`.
final class Checkpointer: @unchecked Sendable {
    private let connection: DatabaseQueue
    private let queue = DispatchQueue(label: "courtois.checkpoint", qos: .utility)
    private let state = Mutex(State())

    /// Pages of the journal that are worth a visit to the disk: 8 MiB.
    private let portion: Int
    /// Pages after which the journal is to start over: 32 MiB.
    private let most: Int

    private struct State {
        var written = 0
        var folded = 0
        var isFolding = false
    }

    init(path: String, _ configuration: Configuration) throws {
        connection = try DatabaseQueue(path: path, configuration: configuration)
        let page = try connection.read { try Int.fetchOne($0, sql: "PRAGMA page_size") ?? SQLiteStore.pageBytes }
        (portion, most) = ((8 << 20) / page, (32 << 20) / page)
    }

    /// Follows the commits of the connection that writes, in place of what SQLite does by itself. It must not outlive this.
    func watch(_ writer: Database) {
        sqlite3_wal_hook(
            writer.sqliteConnection,
            { context, connection, _, pages in
                if let context { Unmanaged<Checkpointer>.fromOpaque(context).takeUnretainedValue().committed(Int(pages), connection) }
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// A commit has left the journal with so many pages. What fails here fails again, and is told, when something is written.
    private func committed(_ pages: Int, _ writer: OpaquePointer?) {
        if pages >= most {
            sqlite3_wal_checkpoint_v2(writer, "main", SQLITE_CHECKPOINT_PASSIVE, nil, nil)
            return
        }
        let isWorthIt = state.withLock { state in
            if pages < state.written { state.folded = 0 }
            state.written = pages
            if state.isFolding || pages - state.folded < portion { return false }
            state.isFolding = true
            return true
        }
        if isWorthIt { queue.async { self.fold() } }
    }

    private func fold() {
        var goesOn = true
        while goesOn {
            let folded = try? connection.writeWithoutTransaction { try $0.checkpoint(.passive).checkpointedFrameCount }
            goesOn = state.withLock { state in
                if let folded { state.folded = folded }
                state.isFolding = folded != nil && state.written - state.folded >= portion && state.written < most
                return state.isFolding
            }
        }
    }

    /// Runs `body` while nothing is being folded here.
    func pausing(_ body: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }

    /// Waits for what is being folded, and closes the connection.
    func close() throws {
        try queue.sync { try connection.close() }
    }
}
