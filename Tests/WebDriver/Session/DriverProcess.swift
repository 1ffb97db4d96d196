import Foundation
import Glibc
import Peers

/// Debian's `chromedriver`, at work on a port of its own choice.
///
/// A shell starts it and reads the other end of a pipe: once the pipe closes, be it that the test ended, failed or was
/// killed, the shell ends the whole process group, with the browsers in it.
final class DriverProcess: @unchecked Sendable {
    static let driver = "/usr/bin/chromedriver"
    static let browser = "/usr/bin/chromium"

    let port: Int
    // `@unchecked Sendable`: the process is only started in `init` and ended in `deinit`.
    private let process = Process()
    private let lifeline = Pipe()

    init() throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
        process.arguments = ["--wait", "/bin/sh", "-c", #""$0" "$@" & read -r _; kill -9 -$$"#, Self.driver, "--port=0"]
        (process.standardInput, process.standardOutput, process.standardError) = (lifeline, output, FileHandle.nullDevice)
        try process.run()
        // It says « … was started successfully on port N. » once it listens.
        var said = Data()
        var port: Int?
        while port == nil {
            let more = output.fileHandleForReading.nextBytes()
            guard !more.isEmpty else { throw BrowserFailure.driverSilent }
            said += more
            let match = String(decoding: said, as: UTF8.self).firstMatch(of: #/successfully on port (\d+)\./#)
            port = match.flatMap { Int($0.1) }
        }
        self.port = port ?? 0
    }

    deinit {
        try? lifeline.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
