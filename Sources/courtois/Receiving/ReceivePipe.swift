import Desk

/// Reads lines, decides their messages on several threads, stores them in batches, and writes each decision once it is kept.
///
/// While a batch is being committed the next is decided, as long as input is there to be read; a slow writer is answered
/// line by line.
struct ReceivePipe {
    private let reader: MessageReader
    private let workers: [ReceiveWorker]
    private let store: any Intake
    private var source: LineSource
    private var progress: Progress
    private let mostBytes: Int
    /// Before the number of each line without an id, so that no two runs give the same.
    private let run: String
    private let isQuiet: Bool
    /// What is written of one block; kept, so that its memory is asked for once.
    private var output: [UInt8] = []

    /// What became of the input.
    struct Summary {
        var stored = 0
        var duplicates = 0
        var refused = 0
        var repaired = 0
        /// Why the rest was not taken, when the store failed.
        var failure: StoreFailure?
    }

    /// One line of a block, decided.
    private enum Line {
        case arrival(Arrival)
        case refused(number: Int, String)
    }

    init(
        reader: MessageReader, workers: [ReceiveWorker], store: any Intake, mostBytes: Int, run: String, isQuiet: Bool, showsProgress: Bool
    ) {
        self.reader = reader
        self.workers = workers
        self.store = store
        self.mostBytes = mostBytes
        self.run = run
        self.isQuiet = isQuiet
        // A block is a transaction: many hundred messages share a wait for the disk, and two blocks are held at a time.
        source = LineSource(mostBytes: mostBytes, blockBytes: 1 << 18)
        progress = Progress(isShown: showsProgress)
    }

    /// Runs until the input ends, the store fails or nobody reads the output any more.
    mutating func receive(clock: () -> Instant) async throws -> Summary {
        var summary = Summary()
        var number = 1
        var pending: [Line] = []
        while true {
            let block = try source.next()
            if block.isEmpty { break }
            async let kept = keep(pending)
            let lines = await decide(block, from: number, at: clock(), &summary)
            number += block.count
            guard write(await kept, pending, &summary) else { return summary }
            pending = lines
            if source.hasMore { continue }
            guard write(await keep(pending), pending, &summary) else { return summary }
            pending = []
            progress.show(messages: summary.stored + summary.duplicates)
        }
        _ = write(await keep(pending), pending, &summary)
        progress.end()
        return summary
    }

    // MARK: Deciding

    private mutating func decide(_ block: [LineSource.Line], from first: Int, at now: Instant, _ summary: inout Summary) async -> [Line] {
        let lines = read(block, from: first, &summary)
        let shards = lines.enumerated().map { PipeWorker.shard(of: $1, number: first + $0) }
        await decide(lines, shards, from: first, at: now)
        var next = [Int](repeating: 0, count: workers.count)
        var decided: [Line] = []
        decided.reserveCapacity(lines.count)
        for (offset, line) in lines.enumerated() {
            switch line {
            case .empty: break
            case .refused(let cause): decided.append(.refused(number: first + offset, cause))
            case .message:
                let worker = shards[offset] % workers.count
                decided.append(.arrival(workers[worker].arrivals[next[worker]]))
                next[worker] += 1
            }
        }
        return decided
    }

    private func read(_ block: [LineSource.Line], from first: Int, _ summary: inout Summary) -> [PipeLine] {
        source.buffer.withUnsafeBufferPointer { buffer in
            block.enumerated().map { offset, line in
                guard case .bytes(let range) = line else { return .refused("the line is longer than \(mostBytes) bytes") }
                do throws(MessageReader.Refusal) {
                    let bytes = UnsafeBufferPointer(rebasing: buffer[range])
                    guard let reading = try reader.read(bytes, number: first + offset) else { return .empty }
                    if reading.wasRepaired { summary.repaired += 1 }
                    return .message(reading.hasID ? reading : reading.named("\(run)-\(first + offset)"))
                } catch {
                    return .refused(error.cause)
                }
            }
        }
    }

    private func decide(_ lines: [PipeLine], _ shards: [Int], from first: Int, at now: Instant) async {
        let count = workers.count
        let run = run
        await withTaskGroup(of: Void.self) { group in
            for (index, worker) in workers.enumerated() {
                let work: @Sendable () -> Void = {
                    worker.startBlock()
                    for offset in lines.indices where shards[offset] % count == index {
                        guard case .message(let reading) = lines[offset] else { continue }
                        worker.decide(reading, shard: shards[offset], at: now, delivery: "\(run)-\(first + offset)")
                    }
                }
                if count == 1 { work() } else { group.addTask(operation: work) }
            }
        }
    }

    // MARK: Keeping

    private func keep(_ lines: [Line]) async -> [Result<Reception, StoreFailure>] {
        let arrivals = lines.compactMap { line in
            if case .arrival(let arrival) = line { return arrival }
            return nil
        }
        return arrivals.isEmpty ? [] : await store.receive(arrivals)
    }

    /// Writes what is kept by now; false when the rest need not be read.
    private mutating func write(_ results: [Result<Reception, StoreFailure>], _ lines: [Line], _ summary: inout Summary) -> Bool {
        output.removeAll(keepingCapacity: true)
        var results = results[...]
        for line in lines {
            switch line {
            case .refused(let number, let cause):
                summary.refused += 1
                DecisionWriter.writeRefusal(line: number, cause: cause, to: &output)
            case .arrival(let arrival):
                switch results.popFirst() {
                case .success(.stored):
                    summary.stored += 1
                    if !isQuiet { output.append(contentsOf: arrival.line) }
                case .success(.duplicate(_, let line)):
                    summary.duplicates += 1
                    if !isQuiet { output.append(contentsOf: line) }
                case .failure(.unfit(let record, let cause)):
                    summary.refused += 1
                    DecisionWriter.writeRefusal(message: arrival.message.id, cause: "\(record) cannot be stored: \(cause)", to: &output)
                case .failure(let failure): summary.failure = failure
                case nil: break
                }
            }
        }
        // What was stored stays so though nobody reads of it.
        return Terminal.write(&output, to: .output) && summary.failure == nil
    }
}
