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

    /// A block, decided: its arrivals, in the order of their lines, and the refused lines between them.
    private struct Block {
        var arrivals: [Arrival] = []
        /// Each with how many arrivals come before it.
        var refusals: [(place: Int, number: Int, cause: String)] = []
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
        var pending = Block()
        while true {
            let block = try source.next()
            if block.isEmpty { break }
            async let kept = keep(pending)
            let decided = await decide(block, from: number, at: clock(), &summary)
            number += block.count
            guard write(await kept, pending, &summary) else { return summary }
            pending = decided
            if source.hasMore { continue }
            guard write(await keep(pending), pending, &summary) else { return summary }
            pending = Block()
            progress.show(messages: summary.stored + summary.duplicates)
        }
        _ = write(await keep(pending), pending, &summary)
        progress.end()
        return summary
    }

    // MARK: Deciding

    private mutating func decide(_ block: [LineSource.Line], from first: Int, at now: Instant, _ summary: inout Summary) async -> Block {
        let lines = read(block, from: first, &summary)
        let shards = lines.enumerated().map { PipeWorker.shard(of: $1, number: first + $0) }
        await decide(lines, shards, from: first, at: now)
        return merge(lines, shards, from: first)
    }

    /// Puts what the workers made into the order of the lines. From the end, so that each arrival is moved out of its worker's list
    /// and not copied, for which two dozen references would be counted.
    private func merge(_ lines: [PipeLine], _ shards: [Int], from first: Int) -> Block {
        var arrivals = workers.map { $0.handOver() }
        let count = arrivals.reduce(0) { $0 + $1.count }
        var refusals: [(place: Int, number: Int, cause: String)] = []
        let merged = [Arrival](unsafeUninitializedCapacity: count) { merged, filled in
            var place = count
            for (offset, line) in lines.enumerated().reversed() {
                switch line {
                case .empty: break
                case .refused(let cause): refusals.append((place, first + offset, cause))
                case .message:
                    guard let arrival = arrivals[shards[offset] % workers.count].popLast() else {
                        preconditionFailure("a worker decides every message of its shards")
                    }
                    place -= 1
                    merged.initializeElement(at: place, to: arrival)
                }
            }
            precondition(place == 0, "a worker decides nothing else")
            filled = count
        }
        return Block(arrivals: merged, refusals: refusals.reversed())
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

    private func keep(_ block: Block) async -> [Result<Reception, StoreFailure>] {
        block.arrivals.isEmpty ? [] : await store.receive(block.arrivals)
    }

    /// Writes what is kept by now; false when the rest need not be read.
    private mutating func write(_ results: [Result<Reception, StoreFailure>], _ block: Block, _ summary: inout Summary) -> Bool {
        output.removeAll(keepingCapacity: true)
        var refusals = block.refusals[...]
        for place in 0...block.arrivals.count {
            while let refusal = refusals.first, refusal.place == place {
                summary.refused += 1
                DecisionWriter.writeRefusal(line: refusal.number, cause: refusal.cause, to: &output)
                refusals.removeFirst()
            }
            if place < results.count { write(results[place], block.arrivals[place], &summary) }
        }
        // What was stored stays so though nobody reads of it.
        return Terminal.write(&output, to: .output) && summary.failure == nil
    }

    private mutating func write(_ result: Result<Reception, StoreFailure>, _ arrival: Arrival, _ summary: inout Summary) {
        switch result {
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
        }
    }
}
