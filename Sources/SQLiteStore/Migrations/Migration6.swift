internal import GRDB

/// The same constraints of cases, messages and drafts, written so that they cost less.
///
/// For `x IN (…)` with three constants or more SQLite builds a table of its own each time a statement runs, so that these
/// checks took more time than all else together; `x = … OR x = …` compares. What may be stored is the same to the letter, so
/// that no row need be looked at and the schema alone is rewritten, as SQLite's documentation has it for changes of CHECK
/// constraints (“Making Other Kinds Of Table Schema Changes”).
func migration6(_ db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA schema_version") ?? 0
    try db.execute(sql: "PRAGMA writable_schema = ON")
    for (table, lists) in migration6Lists {
        for (column, values) in lists {
            let list = "\(column) IN (" + values.map { "'\($0)'" }.joined(separator: ", ") + ")"
            let comparisons = "(" + values.map { "\(column) = '\($0)'" }.joined(separator: " OR ") + ")"
            try db.execute(
                sql: "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ?",
                arguments: [list, comparisons, table])
        }
    }
    // Every connection reads the schema anew, this one too.
    try db.execute(sql: "PRAGMA schema_version = \(version + 1)")
    try db.execute(sql: "PRAGMA writable_schema = RESET")
    try db.execute(sql: "SELECT 1 FROM cases, messages, drafts LIMIT 0")
}

/// Lists of migration 1, by table and column.
private let migration6Lists: [(String, [(String, [String])])] = [
    ("cases", [("status", ["waiting", "answered", "closed"]), ("disposition", ["draft", "send", "human", "moderate", "ignore"])]),
    (
        "messages",
        [
            ("kind", ["message", "comment", "review", "mention", "email"]),
            ("disposition", ["draft", "send", "human", "moderate", "ignore"]),
        ]
    ),
    (
        "drafts",
        [
            ("state", ["proposed", "approved", "sent", "undelivered", "replaced", "rejected", "superseded"]),
            ("state", ["approved", "sent", "undelivered"]),
        ]
    ),
]
