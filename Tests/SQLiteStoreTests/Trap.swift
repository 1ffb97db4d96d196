import GRDB
import Synchronization

@testable import SQLiteStore

/// Lets the n-th row that a store writes fail, as a broken disk would.
final class Trap: Sendable {
    private let left = Mutex<Int?>(nil)

    /// Sets triggers on every table of the connection that writes; they end with it.
    init(_ store: SQLiteStore) throws {
        let trip = DatabaseFunction("trip", argumentCount: 0) { [self] _ in
            let isDue = left.withLock { left in
                left = left.map { $0 - 1 }
                return left == 0
            }
            if isDue { throw DatabaseError(resultCode: .SQLITE_IOERR, message: "disk I/O error") }
            return nil
        }
        try store.pool.writeWithoutTransaction { db in
            db.add(function: trip)
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_schema
                    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%' AND name NOT LIKE 'message_words%'
                    """)
            for table in tables {
                for event in ["INSERT", "UPDATE", "DELETE"] {
                    try db.execute(
                        sql: "CREATE TEMP TRIGGER trip_\(table)_\(event) BEFORE \(event) ON main.\(table) BEGIN SELECT trip(); END")
                }
            }
        }
    }

    /// The n-th write from now on fails; nil lets all through.
    func arm(_ number: Int?) { left.withLock { $0 = number } }

    /// Whether the write it was armed for has come.
    var hasTripped: Bool { left.withLock { $0.map { $0 <= 0 } ?? false } }
}

extension SQLiteStore {
    /// Everything that is kept, as text: what two moments are compared by.
    func dump() throws -> String {
        try pool.read { db in
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_schema
                    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name
                    """)
            return try tables.map { table in
                let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
                    row.map { "\($0)=\($1)" }.joined(separator: "|")
                }
                return "\(table)\n" + rows.joined(separator: "\n")
            }.joined(separator: "\n")
        }
    }
}
