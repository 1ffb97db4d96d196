import Foundation
import Glibc

/// `make stress`: what the desk promises, under force.
@main
struct Stress {
    /// EX_USAGE of sysexits.h.
    private static let usage: Int32 = 64

    static func main() async throws {
        signal(SIGPIPE, SIG_IGN)
        switch StressOptions.read(Array(CommandLine.arguments.dropFirst()), seed: UInt64(getpid())) {
        case .help: StressReport.say(StressOptions.help, newline: false)
        case .wrong(let cause):
            let bytes = Array("courtois-stress: \(cause)\n".utf8)
            _ = write(2, bytes, bytes.count)
            exit(usage)
        case .part(let isWorker, let store, let peer, let first):
            let worker = StressWorker(house: try StressHouse(store: store, peer: peer), first: first)
            if isWorker { await worker.run() } else { try await worker.drain() }
        case .run(let options): try await run(options)
        }
    }

    private static func run(_ options: StressOptions) async throws {
        let folder = NSTemporaryDirectory() + "/courtois-stress-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var report = StressReport()
        StressReport.say("seed \(options.seed), folder \(folder)")
        let progress = StressProgress()
        if options.kills > 0 {
            try await KillRun(rounds: options.kills, folder: folder, seed: options.seed, progress: progress).run(&report)
        }
        if options.drafts > 0 { try await RaceRun(drafts: options.drafts, folder: folder, progress: progress).run(&report) }
        if report.hasFailed {
            StressReport.say("something did not hold; the stores are kept in \(folder)")
            exit(1)
        }
        try FileManager.default.removeItem(atPath: folder)
    }
}
