import GRDB

/// Another program that holds the store.
final class StoreLock {
    private let queue: DatabaseQueue

    init(_ path: String) throws {
        var unsafe = Configuration()
        unsafe.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: path, configuration: unsafe)
        try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    }

    func release() throws { try queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") } }
}
