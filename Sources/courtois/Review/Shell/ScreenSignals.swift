import Glibc

/// Signals as bytes that can be waited for together with keys.
final class ScreenSignals: Sendable {
    private static let watched = [SIGWINCH, SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    /// Where handlers write; plain memory, set before the first handler is.
    nonisolated(unsafe) private static var writing: Int32 = -1

    /// What is readable when a signal came.
    let descriptor: Int32

    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = ends[0]
        Self.writing = ends[1]
        for number in Self.watched {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                let kept = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(ScreenSignals.writing, &byte, 1)
                errno = kept
            }
            action.sa_flags = Int32(SA_RESTART)
            sigaction(number, &action, nil)
        }
    }

    deinit {
        for number in Self.watched { signal(number, SIG_DFL) }
        close(descriptor)
        close(Self.writing)
        Self.writing = -1
    }

    /// Forgets what the keys of another program have sent to this one too; a wish to end stands.
    func forgetKeys() {
        var kept: [UInt8] = []
        while let number = take() { if number != SIGINT, number != SIGQUIT { kept.append(UInt8(truncatingIfNeeded: number)) } }
        _ = write(Self.writing, kept, kept.count)
    }

    /// The next signal that came.
    func take() -> Int32? {
        var byte: UInt8 = 0
        return read(descriptor, &byte, 1) == 1 ? Int32(byte) : nil
    }
}
