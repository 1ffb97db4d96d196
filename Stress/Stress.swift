import Foundation
import Glibc

/// `make stress`: what the desk promises, under force.
///
///     courtois-stress [--kills N] [--drafts N] [--seed N]
@main
struct Stress {
    static func main() async throws {
        signal(SIGPIPE, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let mode = arguments.first, mode == "worker" || mode == "drain", arguments.count == 4, let first = Int(arguments[3]) {
            let worker = StressWorker(house: try StressHouse(store: arguments[1], peer: arguments[2]), first: first)
            if mode == "worker" { await worker.run() } else { try await worker.drain() }
            return
        }
        let folder = NSTemporaryDirectory() + "/courtois-stress-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var report = StressReport()
        let seed = UInt64(option("--seed", arguments) ?? Int(getpid()))
        StressReport.say("seed \(seed), folder \(folder)")
        let (kills, drafts) = (option("--kills", arguments) ?? 100, option("--drafts", arguments) ?? 10_000)
        if kills > 0 { try await KillRun(rounds: kills, folder: folder, seed: seed).run(&report) }
        if drafts > 0 { try await RaceRun(drafts: drafts, folder: folder).run(&report) }
        if report.hasFailed {
            StressReport.say("something did not hold; the stores are kept in \(folder)")
            exit(1)
        }
        try FileManager.default.removeItem(atPath: folder)
    }

    private static func option(_ name: String, _ arguments: [String]) -> Int? {
        guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
        return Int(arguments[place + 1])
    }
}
