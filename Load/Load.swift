import Foundation
import Glibc

/// `make load`: how much the desk takes in a second, and what is left of it when it is killed.
///
///     courtois-load BINARY [--rules FOLDER] [--only receive|webhooks|memory|kill] [--lines N] [--messages N] [--seconds N] [--rounds N]
@main
struct Load {
    static func main() async throws {
        signal(SIGPIPE, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["bare"] { return try await BareServer.run() }
        guard let binary = arguments.first, !binary.hasPrefix("-") else {
            LoadReport.note("usage: courtois-load BINARY [--rules FOLDER] [--only receive|webhooks|memory|kill] [--seconds N] [--rounds N]")
            exit(2)
        }
        let folder = NSTemporaryDirectory() + "/courtois-load-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let house = try LoadHouse(
            binary: URL(fileURLWithPath: binary).path, rules: URL(fileURLWithPath: option("--rules", arguments) ?? "intents").path,
            folder: folder)
        let only = option("--only", arguments)
        let rounds = number("--rounds", arguments) ?? 3
        LoadReport.say("machine: \(machine)")
        var report = LoadReport()
        if only == nil || only == "receive" {
            try ReceiveRun(house: house, lines: number("--lines", arguments) ?? 100_000, rounds: rounds).run(&report)
        }
        if only == nil || only == "webhooks" {
            try await WebhookRun(house: house, seconds: number("--seconds", arguments) ?? 10, rounds: rounds).run(&report)
        }
        if only == nil || only == "memory" {
            try await MemoryRun(house: house, messages: number("--messages", arguments) ?? 1_000_000).run(&report)
        }
        if only == nil || only == "kill" { try await KillRun(house: house, rounds: rounds).run(&report) }
        if report.hasFailed {
            LoadReport.say("something did not hold; what was left is in \(folder)")
            exit(1)
        }
        try FileManager.default.removeItem(atPath: folder)
    }

    private static func option(_ name: String, _ arguments: [String]) -> String? {
        guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
        return arguments[place + 1]
    }

    private static func number(_ name: String, _ arguments: [String]) -> Int? { option(name, arguments).flatMap { Int($0) } }

    private static var machine: String {
        let model = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n")
            .first { $0.hasPrefix("model name") }?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
        let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first ?? "?"
        return "\(model ?? "unknown processor"), \(ProcessInfo.processInfo.activeProcessorCount) processors, load \(load) before"
    }
}
