import Glibc
import Synchronization

/// The terminal as the review screen has it: every key at once, a screen of its own, and always given back as it was.
///
/// It is given back by `leave`, by signals that stop the program, and by crashes whose signals can be caught.
final class ScreenTerminal {
    /// Another screen, no cursor, no wrapping at the edge, pasted text marked as such (xterm's private modes; terminals that
    /// have none of them ignore them).
    private static let enterSequence = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[?2004h\u{1B}[0m\u{1B}[2J"
    private static let leaveSequence = "\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[0m\u{1B}[?1049l"
    private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE]

    private var isEntered = false

    /// Why the review cannot run where it was started.
    enum Unfit {
        case noTerminal
        /// It does not place a cursor.
        case dumb
    }

    /// What stands in the way; nil where nothing does.
    static var unfit: Unfit? {
        if isatty(0) != 1 || isatty(1) != 1 { return .noTerminal }
        let name = Terminal.environment("TERM") ?? ""
        return name.isEmpty || name == "dumb" ? .dumb : nil
    }

    deinit { leave() }

    /// Takes the terminal; false where it is gone.
    func enter() -> Bool {
        var settings = termios()
        guard tcgetattr(0, &settings) == 0 else { return false }
        Restoration.arm(settings, Self.leaveSequence, Self.crashes)
        cfmakeraw(&settings)
        guard tcsetattr(0, TCSAFLUSH, &settings) == 0 else { return false }
        isEntered = true
        Terminal.write(Self.enterSequence, to: .output)
        return true
    }

    /// Gives the terminal back; does nothing where that has been done.
    func leave() {
        guard isEntered else { return }
        isEntered = false
        Restoration.restore()
        Restoration.disarm(Self.crashes)
    }

    /// Stops the program and those it runs with, until the shell lets it go on.
    static func stop() {
        kill(0, SIGTSTP)
        // Another thread takes the signal: nothing may be drawn before it has.
        poll(nil, 0, 50)
    }

    /// Ends the program as `signal` does by itself, so that whoever started it knows; returns where that cannot be.
    static func end(by number: Int32) {
        signal(number, SIG_DFL)
        // To the program and not to this thread, which may not take signals; some other one does at once.
        kill(getpid(), number)
        poll(nil, 0, 1000)
    }

    /// Columns and rows; the usual ones where the terminal does not say.
    static var size: ScreenSize {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return .usual }
        // No screen is larger; a terminal that says so must not cost memory.
        return ScreenSize(columns: min(1000, Int(size.ws_col)), rows: min(1000, Int(size.ws_row)))
    }
}

/// What gives the terminal back, kept where a signal handler can reach it: plain memory, made before it is needed.
///
/// Only the main loop arms and disarms; a handler only reads.
private enum Restoration {
    nonisolated(unsafe) private static var settings = termios()
    nonisolated(unsafe) private static var bytes: UnsafeMutableBufferPointer<UInt8>?
    private static let isArmed = Atomic(false)

    static func arm(_ saved: termios, _ sequence: String, _ signals: [Int32]) {
        settings = saved
        if bytes == nil {
            let made = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: sequence.utf8.count)
            _ = made.initialize(fromContentsOf: sequence.utf8)
            bytes = made
        }
        isArmed.store(true, ordering: .sequentiallyConsistent)
        for number in signals {
            var action = sigaction()
            // Once: the second time the signal does what it always does, and ends the program.
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
            action.__sigaction_handler.sa_handler = { number in
                Restoration.restore()
                raise(number)
            }
            sigaction(number, &action, nil)
        }
    }

    static func disarm(_ signals: [Int32]) {
        for number in signals { signal(number, SIG_DFL) }
    }

    /// Safe in a signal handler: two system calls.
    static func restore() {
        guard isArmed.exchange(false, ordering: .sequentiallyConsistent) else { return }
        if let bytes { _ = write(1, bytes.baseAddress, bytes.count) }
        tcsetattr(0, TCSANOW, &settings)
    }
}
