import DeskServer
import ServiceLifecycle
import UnixSignals

/// Asks for the rules to be read again at each SIGHUP.
struct HangupService: Service {
    let watcher: RulebookWatcher

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { watcher.askForReload() }
    }
}
