import Foundation
import Peers

/// Debian's `chromedriver`, at work on a port of its own choice.
///
/// A shell starts it and reads the other end of a pipe: once the pipe closes, be it that the test ended, failed or was
/// killed, the shell ends the whole process group, with the browsers in it.
final class DriverProcess: Sendable {
    static let driver = "/usr/bin/chromedriver"
    static let browser = "/usr/bin/chromium"

    let port: Int
    private let process: ChildProcess

    init() throws {
        process = try ChildProcess(
            "/usr/bin/setsid", ["--wait", "/bin/sh", "-c", #""$0" "$@" & read -r _; kill -9 -$$"#, Self.driver, "--port=0"],
            input: .pipe, output: .pipe)
        // It says « … was started successfully on port N. » once it listens.
        var said = Data()
        var port: Int?
        while port == nil {
            guard let more = process.output?.nextBytes(), !more.isEmpty else { throw BrowserFailure.driverSilent }
            said += more
            let match = String(decoding: said, as: UTF8.self).firstMatch(of: #/successfully on port (\d+)\./#)
            port = match.flatMap { Int($0.1) }
        }
        self.port = port ?? 0
    }

    deinit {
        try? process.input?.close()
        process.wait()
    }
}
