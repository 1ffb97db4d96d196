import Desk
import SQLiteStore

/// How much memory the server holds after very many messages.
struct MemoryRun {
    let house: LoadHouse
    let messages: Int

    func run(_ report: inout LoadReport) async throws {
        let wrk = try WrkRun(house.messages, in: house.folder)
        let (server, port) = try await house.serve("memory")
        defer {
            server.end()
            house.remove("memory")
        }
        let start = server.memory().now
        var (sent, errors, round) = (0, 0, 0)
        while sent < messages, server.isRunning {
            let figures = try wrk.run(port: port, seconds: 10, first: round * 10_000_000)
            sent += figures.requests
            errors += figures.errors
            round += 1
        }
        let memory = server.memory()
        LoadReport.say("memory of the server, \(start) MB before the first message")
        report.claim("after \(sent) messages", "\(memory.now) MB, at most \(memory.most) MB", memory.most <= 150 && sent >= messages)
        report.claim("errors on the way", "\(errors)", errors == 0)
    }
}
