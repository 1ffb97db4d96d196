import Desk
import Synchronization

/// The time of day in words, put together once a second.
final class LogTimes: Sendable {
    private let last = Mutex<(moment: Instant, text: String)?>(nil)

    func text(of moment: Instant) -> String {
        last.withLock { last in
            if let last, last.moment == moment { return last.text }
            let text = moment.utc
            last = (moment, text)
            return text
        }
    }
}
