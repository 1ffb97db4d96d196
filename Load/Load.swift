import Foundation
import Glibc

/// `make load`: how much the desk takes in a second, and what is left of it when it is killed.
@main
struct Load {
    /// EX_USAGE of sysexits.h.
    private static let usage: Int32 = 64

    static func main() async throws {
        signal(SIGPIPE, SIG_IGN)
        switch LoadOptions.read(Array(CommandLine.arguments.dropFirst())) {
        case .help: LoadReport.say(LoadOptions.help, newline: false)
        case .bare: try await BareServer.run()
        case .wrong(let cause): end(cause, usage)
        case .run(let options):
            do { try await run(options) } catch { end("\(error)", 1) }
        }
    }

    private static func end(_ cause: String, _ status: Int32) -> Never {
        LoadReport.note("courtois-load: \(cause)")
        exit(status)
    }

    private static func run(_ options: LoadOptions) async throws {
        let folder = NSTemporaryDirectory() + "/courtois-load-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let house: LoadHouse
        do { house = try LoadHouse(options, folder: folder) } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
        LoadReport.say("machine: \(machine)")
        var report = LoadReport()
        func wants(_ measure: LoadOptions.Measure) -> Bool { options.only == nil || options.only == measure }
        if wants(.receive) { try ReceiveRun(house: house, lines: options.lines, rounds: options.rounds).run(&report) }
        if wants(.webhooks) { try await WebhookRun(house: house, seconds: options.seconds, rounds: options.rounds).run(&report) }
        if wants(.memory) { try await MemoryRun(house: house, messages: options.messages).run(&report) }
        if wants(.kill) { try await KillRun(house: house, rounds: options.rounds).run(&report) }
        if report.hasFailed {
            LoadReport.say("something did not hold; what was left is in \(folder)")
            exit(1)
        }
        try FileManager.default.removeItem(atPath: folder)
    }

    private static var machine: String {
        let model = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n")
            .first { $0.hasPrefix("model name") }?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
        let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first ?? "?"
        return "\(model ?? "unknown processor"), \(ProcessInfo.processInfo.activeProcessorCount) processors, load \(load) before"
    }
}
