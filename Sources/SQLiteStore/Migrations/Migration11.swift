internal import Foundation
internal import GRDB

/// Names of users in Unicode's normal form C, and keys without differences of case: until then two names that look the same could be
/// two users. Of such the later one is given a number, so that each can be told from the other and found.
func migration11(_ db: Database) throws {
    var taken: Set<String> = []
    for row in try Row.fetchAll(db, sql: "SELECT id, name FROM users ORDER BY id") {
        let name = (row["name"] as String).precomposedStringWithCanonicalMapping
        var (free, number) = (name, 1)
        while !taken.insert(migration11Key(free)).inserted {
            number += 1
            free = String(name.prefix(58)) + " \(number)"
        }
        // Another may still have it: keys are given anew to all, one after the other.
        try db.execute(
            sql: "UPDATE users SET name = ?, name_key = char(10) || id WHERE id = ?", arguments: [free, row["id"] as Int64])
    }
    for row in try Row.fetchAll(db, sql: "SELECT id, name FROM users") {
        try db.execute(
            sql: "UPDATE users SET name_key = ? WHERE id = ?", arguments: [migration11Key(row["name"]), row["id"] as Int64])
    }
}

private func migration11Key(_ name: String) -> String { name.uppercased().lowercased().precomposedStringWithCanonicalMapping }
