import Desk

/// Stores blocks one after the other, and writes each decision once it is kept.
struct ReceiveKeeper: Sendable {
    let store: any Intake
    let isQuiet: Bool
    let showsProgress: Bool

    /// Messages of one commit, about: many more need memory and make it no cheaper.
    private static let most = 1200

    /// Keeps what is given to `queue`, to its end, or until the store fails or the output can be written no more.
    func keep(_ queue: ReceiveQueue) async -> ReceivePipe.Summary {
        var summary = ReceivePipe.Summary()
        var progress = Progress(isShown: showsProgress)
        // Kept from block to block, so that its memory is asked for once.
        var output: [UInt8] = []
        output.reserveCapacity(2 * Self.portion)
        while summary.failure == nil {
            let blocks = await queue.take(upTo: Self.most)
            if blocks.isEmpty { break }
            let block = ReceiveBlock(joining: consume blocks)
            let results = block.arrivals.isEmpty ? [] : await store.receive(block.arrivals)
            // What was stored stays so though nobody is told of it.
            guard write(results, block, &summary, through: &output) else { break }
            queue.done(block)
            progress.show(messages: summary.stored + summary.duplicates)
        }
        queue.close()
        progress.end()
        return summary
    }

    /// Bytes that are written at a time.
    private static let portion = 1 << 18

    /// Writes what became of a block, and counts it; false when that cannot be written.
    private func write(
        _ results: [Result<Reception, StoreFailure>], _ block: ReceiveBlock, _ summary: inout ReceivePipe.Summary,
        through output: inout [UInt8]
    ) -> Bool {
        output.removeAll(keepingCapacity: true)
        var isRead = true
        var refusals = block.refusals[...]
        for place in 0...block.arrivals.count {
            while let refusal = refusals.first, refusal.place == place {
                summary.refused += 1
                DecisionWriter.writeRefusal(line: refusal.number, cause: refusal.cause, to: &output)
                refusals.removeFirst()
            }
            if place < results.count { write(results[place], block.arrivals, place, &summary, to: &output) }
            guard output.count >= Self.portion else { continue }
            isRead = isRead && Terminal.write(&output, to: .output)
            output.removeAll(keepingCapacity: true)
        }
        return isRead && Terminal.write(&output, to: .output)
    }

    private func write(
        _ result: Result<Reception, StoreFailure>, _ arrivals: [Arrival], _ place: Int, _ summary: inout ReceivePipe.Summary,
        to output: inout [UInt8]
    ) {
        switch result {
        case .success(.stored):
            summary.stored += 1
            if !isQuiet { output.append(contentsOf: arrivals[place].line) }
        case .success(.duplicate(_, let line)):
            summary.duplicates += 1
            if !isQuiet { output.append(contentsOf: line) }
        case .failure(.unfit(let record, let cause)):
            summary.refused += 1
            DecisionWriter.writeRefusal(
                message: arrivals[place].message.id, cause: "\(record) cannot be stored: \(cause)", to: &output)
        case .failure(let failure): summary.failure = failure
        }
    }
}
