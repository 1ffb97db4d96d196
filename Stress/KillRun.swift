import Desk
import Foundation
import Glibc
import SQLiteStore

/// Kills a process that receives, reviews and delivers, again and again, and then looks for what is missing or doubled.
struct KillRun {
    let rounds: Int
    let folder: String
    let seed: UInt64
    let progress: StressProgress

    func run(_ report: inout StressReport) async throws {
        let store = folder + "/kills.sqlite"
        let peer = try StressPeer(seed: seed, misbehaves: 15)
        let house = try StressHouse(store: store, peer: peer.url)
        var random = SplitMix(seed)
        var longest = 0
        let start = StressHouse.ticks()
        for round in 1...rounds {
            // Every tenth lives long enough for leases of the dead to end.
            let isLong = round % 10 == 0
            progress.say("killed \(round - 1) of \(rounds) times")
            let process = try spawn(["worker", store, peer.url, "\(round * 1_000_000)"])
            try await Task.sleep(for: .milliseconds(isLong ? 1000 * (StressHouse.lease + 2) : Int.random(in: 100...700, using: &random)))
            if isLong { longest = max(longest, try await overdue(house.store)) }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        let killed = StressHouse.ticks() - start
        let drain = try spawn(["drain", store, peer.url, "0"])
        let deadline = StressHouse.ticks() + 300_000
        while drain.isRunning, StressHouse.ticks() < deadline {
            progress.say("approving and delivering what is left: \(peer.read.count) replies so far")
            try await Task.sleep(for: .milliseconds(50))
        }
        if drain.isRunning { kill(drain.processIdentifier, SIGKILL) }
        drain.waitUntilExit()
        StressReport.say("kill -9 of a process that receives, reviews and delivers, \(rounds) times in \(killed / 1000) s")
        report.claim("what is left is delivered by one that lives on", "exit \(drain.terminationStatus)", drain.terminationStatus == 0)
        report.claim("seconds a lease was seen beyond its end", "\(longest)", longest <= 1)
        try await verify(house.store, peer, &report)
    }

    /// How many seconds the most overdue lease is beyond its end, while a courier is at work.
    private func overdue(_ store: SQLiteStore) async throws -> Int {
        let now = StressHouse.now()
        return try await store.deliveries([.leased], after: 0, most: 10_000).compactMap { delivery in
            guard case .leased(let lease) = delivery.state else { return nil }
            return now.seconds - lease.until.seconds
        }.max() ?? 0
    }

    private func verify(_ store: SQLiteStore, _ peer: StressPeer, _ report: inout StressReport) async throws {
        let acknowledged = try acknowledgements()
        let now = StressHouse.now()
        var missing = 0
        for (count, number) in acknowledged.enumerated() {
            progress.say("looking for \(count) of \(acknowledged.count) acknowledged messages")
            let arrival = StressArrival.make(number, number % 2 == 0 ? .standard : .telegram, at: now)
            guard case .duplicate = try await store.receive(arrival) else {
                missing += 1
                continue
            }
        }
        report.claim("acknowledged messages that are missing", "\(missing) of \(acknowledged.count)", missing == 0 && !acknowledged.isEmpty)

        let deliveries = try await all(store)
        let numbers = deliveries.map { StressArrival.number(in: $0.reply.text) ?? -1 }
        let undelivered = Set(acknowledged).subtracting(numbers).count
        report.claim("acknowledged messages without a delivery", "\(undelivered)", undelivered == 0)
        report.claim("drafts with two deliveries", "\(deliveries.count - Set(numbers).count)", Set(numbers).count == deliveries.count)

        var states: [DeliveryState.Kind: Int] = [:]
        for delivery in deliveries { states[delivery.state.kind, default: 0] += 1 }
        let figures = states.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
        report.claim("deliveries end sent, or unknown where nobody can tell", figures, Set(states.keys).isSubset(of: [.sent, .unknown]))

        let (read, taken, acted) = (peer.read, peer.taken, peer.acted)
        let once = zip(deliveries, numbers).filter { $0.0.reply.channel == "telegram" }
        // A second request is right only where the platform said in so many words that it had not acted (429, 503).
        let doubled = once.filter { (acted[$0.1] ?? 0) > 1 }.count
        report.claim(
            "replies that may have arrived twice where a platform acts on every request", "\(doubled) of \(once.count)", doubled == 0)
        let invented = zip(deliveries, numbers).filter { $0.0.state.kind == .sent && (taken[$0.1] ?? 0) == 0 }
        report.claim("replies noted as sent that the platform never took", "\(invented.count)", invented.isEmpty)
        let unknown = zip(deliveries, numbers).filter { $0.0.state.kind == .unknown && $0.0.reply.channel == "standard" }.count
        report.claim("unknown on a channel that may be asked again", "\(unknown)", unknown == 0)
        report.claim("requests of no known reply", "\(peer.unmarked)", peer.unmarked == 0)
        StressReport.say("         \(read.values.reduce(0, +)) requests for \(read.count) replies")

        switch try await store.verifyAudit() {
        case .whole(let rows, _): report.claim("audit chain", "whole, \(rows) rows", rows > 0)
        case .broken(let row, let fault): report.claim("audit chain", "broken at row \(row): \(fault)", false)
        }
    }

    private func all(_ store: SQLiteStore) async throws -> [Delivery] {
        var deliveries: [Delivery] = []
        while true {
            let page = try await store.deliveries(Set(DeliveryState.Kind.allCases), after: deliveries.last?.id ?? 0, most: 5_000)
            if page.isEmpty { return deliveries }
            deliveries += page
        }
    }

    /// What the killed processes had acknowledged; a line cut short by the kill was not.
    private func acknowledgements() throws -> [Int] {
        let text = try String(contentsOfFile: folder + "/acknowledged", encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap { Int($0) }
    }

    private func spawn(_ arguments: [String]) throws -> Process {
        let path = folder + "/acknowledged"
        if !FileManager.default.fileExists(atPath: path) { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        let output = FileHandle(fileDescriptor: open(path, O_WRONLY | O_APPEND | O_CLOEXEC), closeOnDealloc: true)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        process.standardOutput = output
        try process.run()
        return process
    }
}
