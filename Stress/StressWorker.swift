import Desk
import Glibc
import SQLiteStore

/// The process that is killed: it receives, reviews and delivers at the same time.
struct StressWorker {
    let house: StressHouse
    /// The first number it gives to messages.
    let first: Int

    /// Goes on until it is killed. Each message is acknowledged on standard output once it is kept.
    func run() async {
        let courier = house.courier("worker-\(getpid())")
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await receive() }
            group.addTask { while true { await review(most: 50) } }
            group.addTask { await courier.run() }
        }
    }

    /// Receives nothing, and ends when nothing is under way any more.
    func drain() async throws {
        let courier = house.courier("drain-\(getpid())")
        while true {
            while await review(most: 500) > 0 {}
            try await courier.deliverDue()
            if try await house.store.nextDue(except: []) == nil { return }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    private func receive() async {
        var number = first
        while true {
            let now = StressHouse.now()
            let batch = (number..<number + 4).map { number in
                (number, StressArrival.make(number, number % 2 == 0 ? .standard : .telegram, at: now))
            }
            number += batch.count
            let results = await house.store.receive(batch.map(\.1))
            var lines = ""
            for ((number, _), result) in zip(batch, results) { if case .success = result { lines += "\(number)\n" } }
            let bytes = Array(lines.utf8)
            _ = write(1, bytes, bytes.count)
            try? await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Approves what waits for the first time; how much.
    @discardableResult
    private func review(most: Int) async -> Int {
        guard let page = try? await house.store.queue(QueueQuery(most: most)) else { return 0 }
        var approved = 0
        for item in page.items where item.case.draft?.state.kind == .proposed {
            let change = ReviewChange(
                item.case.number, version: item.case.version,
                .approve(note: nil, acceptsFindings: false, delivery: "d\(UInt64.random(in: .min ... .max))"),
                by: Colleague(name: "zoe", role: .reviewer), at: StressHouse.now())
            if case .success(.success) = await result(change) { approved += 1 }
        }
        if approved == 0 { try? await Task.sleep(for: .milliseconds(10)) }
        return approved
    }

    private func result(_ change: ReviewChange) async -> Result<Result<Case, ReviewRefusal>, StoreFailure> {
        do throws(StoreFailure) { return .success(try await house.store.review(change)) } catch { return .failure(error) }
    }
}
