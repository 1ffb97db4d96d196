package import Logging
import Synchronization

/// What a route adds to the log line of its request. Never a word of a message, a header or an address.
package final class RequestNote: Sendable {
    /// The note of the request at hand.
    @TaskLocal package static var current = RequestNote()

    private let state = Mutex<(metadata: Logger.Metadata, level: Logger.Level)>((Logger.Metadata(minimumCapacity: 12), .info))

    package func add(_ key: String, _ value: Logger.MetadataValue) { state.withLock { $0.metadata[key] = value } }

    /// The line is at least of this level.
    package func raise(to level: Logger.Level) { state.withLock { $0.level = max($0.level, level) } }

    /// What was added, and `others` where nothing of their name was.
    func metadata(with others: [(String, Logger.MetadataValue)]) -> Logger.Metadata {
        state.withLock { state in
            for (key, value) in others where state.metadata[key] == nil { state.metadata[key] = value }
            return state.metadata
        }
    }

    var level: Logger.Level { state.withLock { $0.level } }
}
