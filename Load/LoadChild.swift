import Foundation
import Glibc

/// A process under load: its memory is looked at while it runs.
///
/// `@unchecked Sendable`: the process is set up and ended by one caller; the thread that looks reads its number alone.
final class LoadChild: @unchecked Sendable {
    private let process = Process()
    private let log: String

    init(_ program: String, _ arguments: [String], input: String? = nil, log: String, environment: [String: String] = [:]) throws {
        self.log = log
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try input.map { try FileHandle(forReadingFrom: URL(fileURLWithPath: $0)) } ?? FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        guard FileManager.default.createFile(atPath: log, contents: nil), let file = FileHandle(forWritingAtPath: log) else {
            throw LoadFailure("“\(log)” cannot be written")
        }
        process.standardError = file
        try process.run()
    }

    var number: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    /// The port it says that it listens on; waits a minute at most.
    func port() async throws -> Int {
        for _ in 0..<1200 {
            let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            if let place = text.range(of: "\"port\":"), let port = Int(text[place.upperBound...].prefix { $0.isNumber }), port > 0 {
                return port
            }
            guard isRunning else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw LoadFailure("the server does not listen; see \(log)")
    }

    /// Megabytes it holds now, and the most it has held.
    func memory() -> (now: Int, most: Int) {
        let status = (try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)) ?? ""
        func field(_ name: String) -> Int {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
            return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) / 1024
        }
        return (field("VmRSS:"), field("VmHWM:"))
    }

    /// Seconds of processor time it has used.
    var processorSeconds: Double {
        let text = (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ""
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Ends it in order, and waits.
    func end() {
        if isRunning { process.terminate() }
        process.waitUntilExit()
    }

    /// Ends it as a power cut would.
    func kill() {
        Glibc.kill(number, SIGKILL)
        process.waitUntilExit()
    }

    /// Waits for its end, looking at it all the while; its status, and the most memory and processor time that were seen.
    func watch() -> (status: Int32, megabytes: Int, processorSeconds: Double) {
        var (most, seconds) = (0, 0.0)
        while isRunning {
            most = max(most, memory().most)
            seconds = max(seconds, processorSeconds)
            usleep(10_000)
        }
        process.waitUntilExit()
        return (process.terminationStatus, most, seconds)
    }
}
