import Foundation
import Support

/// The built `courtois` in a terminal of its own: a real pseudo-terminal, which it controls as a login's.
///
/// Every wait is for something to be seen and ends at a deadline.
final class TerminalProgram {
    private let master: Int32
    private let slave: Int32
    private let child: pid_t
    private(set) var screen: EmulatedScreen
    private var status: Int32?

    /// Why a test gets no further.
    enum Failure: Error {
        case noTerminal, notStarted
        case notSeen(String)
    }

    init(_ arguments: [String], environment: [String: String], columns: Int = 80, rows: Int = 24) throws {
        var ends: (Int32, Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 256)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ends.0, &ends.1, &name, nil, &size) == 0 else { throw Failure.noTerminal }
        (master, slave) = ends
        _ = fcntl(master, F_SETFD, FD_CLOEXEC)
        _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
        screen = EmulatedScreen(columns: columns, rows: rows)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        // A session of its own: the terminal it opens first is the one that controls it.
        let setSession: Int32 = 0x80
        posix_spawnattr_setflags(&attributes, Int16(setSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)

        let full = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm", "LANG": "fr_FR.UTF-8"].merging(environment) { $1 }
        var words: [UnsafeMutablePointer<CChar>?] = ([Program.path] + arguments).map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = full.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + settings { free(word) } }
        var child: pid_t = 0
        guard posix_spawn(&child, Program.path, &actions, &attributes, &words, &settings) == 0 else { throw Failure.notStarted }
        self.child = child
    }

    deinit {
        if status == nil {
            kill(child, SIGKILL)
            var status: Int32 = 0
            waitpid(child, &status, 0)
        }
        close(master)
        close(slave)
    }

    func press(_ keys: String) {
        var bytes = Array(keys.utf8)
        _ = write(master, &bytes, bytes.count)
    }

    /// Sends `signal` to the program.
    func send(_ signal: Int32) { kill(child, signal) }

    func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Reads until the screen shows `text`; what it shows instead is in the failure.
    @discardableResult
    func see(_ text: String, without gone: String? = nil, seconds: Double = 30) throws -> String {
        let deadline = Date().addingTimeInterval(seconds)
        while true {
            let shown = screen.text
            if shown.contains(text), gone.map({ !shown.contains($0) }) ?? true { return shown }
            guard Date() < deadline else { throw Failure.notSeen("“\(text)” in:\n\(screen.text)") }
            _ = read(milliseconds: 100)
        }
    }

    /// Waits until the program has ended: its wait status.
    func end(seconds: Double = 30) throws -> Int32 {
        let deadline = Date().addingTimeInterval(seconds)
        while Date() < deadline {
            _ = read(milliseconds: 50)
            var status: Int32 = 0
            if waitpid(child, &status, WNOHANG) == child {
                self.status = status
                while read(milliseconds: 50) {}
                return status
            }
        }
        throw Failure.notSeen("its end; it shows:\n\(screen.text)")
    }

    /// Whether the terminal echoes and gives whole lines, as a shell leaves it.
    var isUsual: Bool {
        var settings = termios()
        guard tcgetattr(slave, &settings) == 0 else { return false }
        return settings.c_lflag & UInt32(ICANON | ECHO | ISIG) == UInt32(ICANON | ECHO | ISIG) && settings.c_oflag & UInt32(OPOST) != 0
    }

    /// Reads what is there; false where nothing came in time.
    private func read(milliseconds: Int32) -> Bool {
        var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&watched, 1, milliseconds) > 0, watched.revents & Int16(POLLIN) != 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 65536)
        let got = Foundation.read(master, &bytes, bytes.count)
        guard got > 0 else { return false }
        screen.take(bytes.prefix(got))
        return true
    }
}
