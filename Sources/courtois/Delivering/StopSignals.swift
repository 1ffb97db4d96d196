import Dispatch
import Glibc

/// SIGINT and SIGTERM as a wish to stop; a second one ends the program at once.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    init(_ stop: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                stop()
                signal(number, SIG_DFL)
            }
            source.resume()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}
