import Desk
import Foundation
import Peers
import SQLiteStore
import Synchronization

/// Kills the server in the middle of the load, starts it again, and looks for what it had acknowledged; then everything is
/// sent once more, as platforms do.
struct KillRun {
    let house: LoadHouse
    let rounds: Int

    /// Messages sent in one round, by number, and those that were acknowledged.
    private struct Tally {
        var next: Int
        var sent: Set<Int> = []
        var acknowledged: Set<Int> = []
    }

    func run(_ report: inout LoadReport) async throws {
        defer { house.remove("kill") }
        let tally = Mutex(Tally(next: 0))
        var missing = 0
        for round in 1...rounds {
            let (server, port) = try await house.serve("kill")
            async let load: Void = load(port, tally)
            try await Task.sleep(for: .milliseconds(700 + 300 * round))
            server.kill()
            await load
            missing += try await self.missing(tally.withLock { $0.acknowledged })
        }
        let (sent, acknowledged) = tally.withLock { ($0.sent, $0.acknowledged) }
        let (server, port) = try await house.serve("kill")
        let refused = await replay(sent.sorted(), port)
        server.end()
        LoadReport.say("kill -9 of the server under load, \(rounds) times; then every message that was ever sent comes again")
        report.claim("acknowledged messages that are missing", "\(missing) of \(acknowledged.count)", missing == 0 && !acknowledged.isEmpty)
        report.claim("messages that are not taken when they come again", "\(refused) of \(sent.count)", refused == 0)
        let (kept, doubled) = try await count(sent)
        report.claim("messages kept in the end", "\(kept)", kept == sent.count)
        report.claim("messages kept twice", "\(doubled)", doubled == 0)
        let store = try SQLiteStore(path: house.path(of: "kill"), .existing)
        if case .whole(let rows, _) = try await store.verifyAudit() {
            report.claim("audit chain", "whole, \(rows) rows", true)
        } else {
            report.claim("audit chain", "broken", false)
        }
        try store.close()
    }

    /// Sends one message after the other on every connection until the server is gone.
    private func load(_ port: Int, _ tally: borrowing Mutex<Tally>) async {
        await withTaskGroup(of: (sent: [Int], acknowledged: [Int]).self) { group in
            let lanes = WrkRun.connections
            let first = tally.withLock { $0.next }
            for lane in 0..<lanes {
                group.addTask {
                    await PlainClient.away {
                        var (sent, acknowledged): ([Int], [Int]) = ([], [])
                        guard let client = PlainClient(port: port) else { return (sent, acknowledged) }
                        var number = first + lane
                        while true {
                            sent.append(number)
                            guard client.send(request(number)), let answer = client.answer() else { return (sent, acknowledged) }
                            if answer.status == 200 { acknowledged.append(number) }
                            number += lanes
                        }
                    }
                }
            }
            for await lane in group {
                tally.withLock { tally in
                    tally.sent.formUnion(lane.sent)
                    tally.acknowledged.formUnion(lane.acknowledged)
                    tally.next = max(tally.next, (lane.sent.last ?? 0) + lanes)
                }
            }
        }
    }

    /// Sends messages once more; how many were not answered 200.
    private func replay(_ numbers: [Int], _ port: Int) async -> Int {
        await withTaskGroup(of: Int.self) { group in
            for lane in 0..<16 {
                group.addTask {
                    await PlainClient.away {
                        let mine = numbers.enumerated().filter { $0.offset % 16 == lane }.map(\.element)
                        guard let client = PlainClient(port: port) else { return mine.count }
                        return mine.count { number in !client.send(request(number)) || client.answer()?.status != 200 }
                    }
                }
            }
            return await group.reduce(0, +)
        }
    }

    private func request(_ number: Int) -> String {
        let body = house.messages.update(number)
        return "POST /webhooks/telegram/bot HTTP/1.1\r\nhost: desk\r\ncontent-type: application/json\r\n"
            + "x-telegram-bot-api-secret-token: \(WrkRun.secret)\r\ncontent-length: \(body.utf8.count)\r\n\r\n" + body
    }

    /// How many of these messages no case has.
    private func missing(_ numbers: Set<Int>) async throws -> Int {
        let kept = try await kept(numbers)
        return numbers.count { !kept.keys.contains($0) }
    }

    private func count(_ numbers: Set<Int>) async throws -> (kept: Int, doubled: Int) {
        let kept = try await kept(numbers)
        return (kept.count, kept.values.count { $0 > 1 })
    }

    /// Messages of the conversations these numbers belong to, and how often each is kept.
    private func kept(_ numbers: Set<Int>) async throws -> [Int: Int] {
        let store = try SQLiteStore(path: house.path(of: "kill"), .existing)
        var kept: [Int: Int] = [:]
        var cases: Set<Int64> = []
        for number in numbers {
            let key = MessageKey(channel: "telegram", account: "bot", id: "\(number / 3):\(number)")
            if let found = try await store.message(key) { cases.insert(found.caseNumber) }
        }
        for number in cases {
            for message in try await store.file(of: number)?.messages ?? [] {
                guard let number = Int(message.id.drop { $0 != ":" }.dropFirst()) else { continue }
                kept[number, default: 0] += 1
            }
        }
        try store.close()
        return kept
    }
}
