import Desk
import DeskServer
import Logging

/// The log of `courtois serve`.
enum ServerLog {
    /// To be flushed before the process ends.
    static let writer = LogWriter { lines in _ = Terminal.write(&lines, to: .error) }

    static func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "courtois") { _ in JSONLogHandler(now: SystemClock.now, write: writer.add) }
        logger.logLevel = level
        return logger
    }

    /// For what tells of its own workings.
    static func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        logger.logLevel = max(.warning, logger.logLevel)
        return logger
    }

    /// What a courier does, in the log and in the figures.
    static func courier(_ logger: Logger, _ figures: ServerFigures) -> @Sendable (CourierEvent) -> Void {
        { event in
            figures.courier(event)
            switch event {
            case .settled(let delivery, let channel, let label):
                logger.info(
                    "delivery",
                    metadata: ["delivery": .stringConvertible(Int(delivery)), "channel": .string(channel), "outcome": .string(label)])
            case .cancelled(let delivery, let fall):
                logger.info(
                    "delivery", metadata: ["delivery": .stringConvertible(Int(delivery)), "outcome": .string("cancelled_\(fall.rawValue)")])
            case .released(let delivery):
                logger.info("delivery", metadata: ["delivery": .stringConvertible(Int(delivery)), "outcome": .string("released")])
            case .lost(let delivery):
                logger.warning("delivery", metadata: ["delivery": .stringConvertible(Int(delivery)), "outcome": .string("lost")])
            case .storeFailed(let label): logger.error("store failed", metadata: ["failure": .string(label)])
            }
        }
    }

    /// Why the server does not run, in words for who started it.
    static func cause(of error: any Error, _ settings: ServerSettings) -> String {
        "the server on \(settings.host):\(settings.port) ended: \(error) — is the port free, and may this user open it? Choose another with --port."
    }
}
