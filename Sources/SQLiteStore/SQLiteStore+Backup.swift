public import Desk
internal import Foundation
internal import GRDB
internal import Glibc

extension SQLiteStore {
    /// Writes a whole, compact copy of the store to a new file while others go on reading and writing: the store as it was
    /// at one moment. The copy is on the disk when this returns, and is a store itself: to restore it, stop the program and
    /// put it in the store's place.
    public func backup(to path: String) async throws(StoreFailure) {
        if FileManager.default.fileExists(atPath: path) {
            throw .exists(place: path)
        }
        do {
            // A connection of its own, which only reads, so that writers do not wait for the copy.
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: place, configuration: configuration)
            try await queue.vacuum(into: path)
            try queue.close()
            try Self.settle(path)
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw StoreFailure(error, place: path)
        }
    }

    /// Makes the copy this user's alone, and waits for the disk.
    private static func settle(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        defer { Glibc.close(descriptor) }
        guard descriptor >= 0, fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else {
            throw StoreFailure.unavailable(place: path, cause: String(cString: strerror(errno)))
        }
    }
}
