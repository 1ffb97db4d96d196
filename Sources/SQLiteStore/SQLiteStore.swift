internal import CSQLite
public import Desk
internal import Foundation
internal import GRDB

/// The desk's store in one SQLite file, for one machine.
///
/// What a method has returned is on the disk: the journal is synced with every commit (`synchronous=FULL`), and commits are
/// shared by the use cases that wait for one. Readers do not wait for writers. Other processes may use the file at the same
/// time.
public final class SQLiteStore: Sendable {
    let pool: DatabasePool
    let group: CommitGroup
    let checkpointer: Checkpointer
    let place: String
    public let policy: ReviewPolicy

    /// What to do where there is no store yet.
    public enum Opening: Sendable {
        case existing
        /// Makes the file, and its folder, for this user alone.
        case creating
    }

    /// Opens the store at `path`, and brings its schema up to date.
    ///
    /// - Parameter patience: Seconds to wait for another process that writes.
    public init(path: String, _ opening: Opening = .creating, policy: ReviewPolicy = ReviewPolicy(), patience: Double = 5)
        throws(StoreFailure)
    {
        place = path
        self.policy = policy
        try StoreFile.prepare(path, opening)
        _ = Self.library
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(patience))
            try Self.check(pool, path)
            try Migrations.migrator.migrate(pool)
            // GRDB lowers this to NORMAL when it opens the journal, after any preparation of ours.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            checkpointer = try Checkpointer(path: path, Self.configuration(patience))
            pool.writeWithoutTransaction(checkpointer.watch)
        } catch {
            throw StoreFailure(error, place: path)
        }
        group = CommitGroup(pool, policy: policy, place: path)
    }

    /// SQLite without its statistics of memory, for which every allocation takes a lock of the whole process. Refused where a
    /// connection is open already, and then all is as it was.
    private static let library = courtois_sqlite_keep_no_memory_statistics()

    /// Bytes of a page of new stores. A message takes two or three kilobytes: of small pages much stays empty, and each is a call
    /// into the kernel on its way to the journal and two on its way to the file.
    static let pageBytes = 16_384

    private static func configuration(_ patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.maximumReaderCount = 3
        configuration.prepareDatabase { db in
            // 8 MiB a connection. The size of pages is that of the file, once it has any.
            try db.execute(
                sql: """
                    PRAGMA page_size = \(pageBytes); PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON
                    """)
        }
        return configuration
    }

    /// Refuses files of others and of later versions.
    private static func check(_ pool: DatabasePool, _ path: String) throws {
        try pool.read { db in
            let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
            if !isEmpty, application != Migrations.application { throw StoreFailure.corrupt(place: path) }
            if try Migrations.migrator.hasBeenSuperseded(db) { throw StoreFailure.tooNew(place: path) }
        }
    }

    /// Reads in one snapshot.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws(StoreFailure) -> Value {
        do { return try await pool.read(body) } catch { throw StoreFailure(error, place: place) }
    }

    /// The setting that makes commits durable, as the writing connection has it: 2 is FULL.
    package func synchronous() throws -> Int? {
        try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    }

    /// Closes every connection.
    public func close() throws(StoreFailure) {
        do {
            try checkpointer.close()
            try pool.close()
        } catch {
            throw StoreFailure(error, place: place)
        }
    }
}
