import Glibc
import Synchronization

/// Standard streams and what can be known of them.
enum Terminal {
    enum Stream: Int32 {
        case output = 1
        case error = 2
    }

    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

    /// Whether colours are wanted: a terminal, and no NO_COLOR (no-color.org).
    static func wantsColour(_ stream: Stream) -> Bool {
        isTerminal(stream) && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true) && environment("TERM") != "dumb"
    }

    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Columns of the terminal, 80 when it does not say.
    static var width: Int {
        var size = winsize()
        return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 ? Int(size.ws_col) : 80
    }

    /// Why standard output could first not be written, as an `errno`, unless its reader has just gone: `end` says it.
    private static let lost = Mutex<Int32?>(nil)

    /// Writes all of `text`; false when it was not: `end` says why.
    @discardableResult
    static func write(_ text: String, to stream: Stream) -> Bool {
        var bytes = Array(text.utf8)
        return write(&bytes, to: stream)
    }

    /// Writes all bytes; false when they were not: the reader has gone, or `end` says why.
    static func write(_ bytes: inout [UInt8], to stream: Stream) -> Bool {
        var done = 0
        return bytes.withUnsafeBytes { buffer in
            while done < buffer.count {
                let written = Glibc.write(stream.rawValue, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if written > 0 {
                    done += written
                } else if errno != EINTR && errno != EAGAIN {
                    if stream == .output { lose(to: errno) }
                    return false
                }
            }
            return true
        }
    }

    /// A reader that leaves early, as `head` does, has what it wants; whoever else is not written to lacks it.
    private static func lose(to cause: Int32) {
        if cause != EPIPE { lost.withLock { $0 = $0 ?? cause } }
    }

    /// Ends the program with `code`; with 2, and saying so, where something of standard output could not be written.
    static func end(_ code: Int32) -> Never {
        guard let cause = lost.withLock({ $0 }) else { exit(code) }
        let remedy =
            switch cause {
            case ENOSPC, EDQUOT: "make room there, or write elsewhere"
            case EBADF: "it is closed: direct it somewhere"
            default: "write elsewhere"
            }
        write(
            "courtois: standard output is not whole: \(String(cString: strerror(cause))) — \(remedy), and do not rely on what was written\n",
            to: .error)
        exit(2)
    }

    static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Lets a write to a closed pipe return an error instead of ending the process.
    static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}
