import Glibc

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

    static func write(_ text: String, to stream: Stream) {
        var bytes = Array(text.utf8)
        _ = write(&bytes, to: stream)
    }

    /// Writes all bytes; false when the reader has gone.
    static func write(_ bytes: inout [UInt8], to stream: Stream) -> Bool {
        var done = 0
        return bytes.withUnsafeBytes { buffer in
            while done < buffer.count {
                let written = Glibc.write(stream.rawValue, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if written > 0 {
                    done += written
                } else if errno != EINTR && errno != EAGAIN {
                    return false
                }
            }
            return true
        }
    }

    static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

    static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Lets a write to a closed pipe return an error instead of ending the process.
    static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}
