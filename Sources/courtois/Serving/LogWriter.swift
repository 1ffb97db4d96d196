import DeskServer
import Dispatch
import Logging
import Synchronization

/// Writes log lines many at a time and beside those who have something to say, for whom each line would be a call into the kernel.
///
/// Lines come out whole and in their order. One of a warning or worse is written at once, with all before it; others wait for some
/// milliseconds. Whoever ends the process calls `flush` before.
final class LogWriter: Sendable {
    private let waiting = Mutex(Waiting())
    /// Held while lines are written, so that they keep their order.
    private let writing = Mutex(())
    private let queue = DispatchQueue(label: "courtois.log", qos: .utility)
    private let write: @Sendable (inout [UInt8]) -> Void

    private struct Waiting {
        var lines: [UInt8] = []
        /// Whether somebody will come for them.
        var isAwaited = false
    }

    /// Bytes that wait at most: whoever comes then writes them, and is as slow as whoever reads the log.
    private static let most = 1 << 20
    private static let pause = DispatchTimeInterval.milliseconds(10)

    init(_ write: @escaping @Sendable (inout [UInt8]) -> Void) { self.write = write }

    func add(_ line: [UInt8], _ level: Logger.Level) {
        let (isUrgent, isFirst) = waiting.withLock { waiting in
            waiting.lines.append(contentsOf: line)
            if level >= .warning || waiting.lines.count > Self.most { return (true, false) }
            defer { waiting.isAwaited = true }
            return (false, !waiting.isAwaited)
        }
        if isUrgent { return flush() }
        if isFirst { queue.asyncAfter(deadline: .now() + Self.pause) { self.come() } }
    }

    private func come() {
        waiting.withLock { $0.isAwaited = false }
        flush()
    }

    /// Writes what waits; returns when it is written.
    func flush() {
        writing.withLock { _ in
            var lines = waiting.withLock { waiting in
                defer { waiting.lines = [] }
                return waiting.lines
            }
            if !lines.isEmpty { write(&lines) }
        }
    }
}
