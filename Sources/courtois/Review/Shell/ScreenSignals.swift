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
        for number in Self.watched { Self.heed(number) }
    }

    private static func heed(_ number: Int32) {
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

    deinit {
        for number in Self.watched { signal(number, SIG_DFL) }
        close(descriptor)
        close(Self.writing)
        Self.writing = -1
    }

    /// Runs `body` while another program has the terminal: what its keys interrupt is not this one. What is ignored is gone
    /// the moment it is sent, so that nothing comes late.
    func aside<Value>(_ body: () -> Value) -> Value {
        let keys = [SIGINT, SIGQUIT]
        for number in keys { signal(number, SIG_IGN) }
        defer { for number in keys { Self.heed(number) } }
        return body()
    }

    /// The next signal that came.
    func take() -> Int32? {
        var byte: UInt8 = 0
        return read(descriptor, &byte, 1) == 1 ? Int32(byte) : nil
    }
}
