import Desk

/// Stores blocks one after the other, and writes each decision once it is kept.
struct ReceiveKeeper: Sendable {
    let store: any Intake
    let isQuiet: Bool
    let showsProgress: Bool

    /// Keeps what is given to `queue`, to its end, or until the store fails or nobody reads the output any more.
    func keep(_ queue: ReceiveQueue) async -> ReceivePipe.Summary {
        var summary = ReceivePipe.Summary()
        var progress = Progress(isShown: showsProgress)
        // Kept from block to block, so that its memory is asked for once.
        var output: [UInt8] = []
        while summary.failure == nil {
            let blocks = await queue.take()
            if blocks.isEmpty { break }
            let block = ReceiveBlock(joining: consume blocks)
            let results = block.arrivals.isEmpty ? [] : await store.receive(block.arrivals)
            output.removeAll(keepingCapacity: true)
            write(results, block, &summary, to: &output)
            // What was stored stays so though nobody reads of it.
            guard Terminal.write(&output, to: .output) else { break }
            queue.done(block)
            progress.show(messages: summary.stored + summary.duplicates)
        }
        queue.close()
        progress.end()
        return summary
    }

    private func write(
        _ results: [Result<Reception, StoreFailure>], _ block: ReceiveBlock, _ summary: inout ReceivePipe.Summary, to output: inout [UInt8]
    ) {
        var refusals = block.refusals[...]
        for place in 0...block.arrivals.count {
            while let refusal = refusals.first, refusal.place == place {
                summary.refused += 1
                DecisionWriter.writeRefusal(line: refusal.number, cause: refusal.cause, to: &output)
                refusals.removeFirst()
            }
            if place < results.count { write(results[place], block.arrivals, place, &summary, to: &output) }
        }
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
