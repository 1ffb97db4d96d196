import Desk
import DeskServer

/// Reads lines, decides their messages on several threads, stores them in batches, and writes each decision once it is kept.
///
/// While a batch is being committed the next are decided, as long as input is there to be read; a slow writer is answered
/// line by line.
struct ReceivePipe {
    private let reader: MessageReader
    private let workers: [ReceiveWorker]
    private let keeper: ReceiveKeeper
    private let store: any Intake & CaseQueue
    private var source: LineSource
    private let mostBytes: Int
    /// Before the number of each line without an id, so that no two runs give the same.
    private let run: String

    /// Messages that are on their way into the store while another block is decided: so many that one commit is for a thousand or two,
    /// which share a wait for the disk and pages that each transaction writes, and that the disk may take its time now and then.
    private static let mostWaiting = 2400
    /// Some two hundred messages: the less is decided at once, the sooner there is room for it.
    private static let blockBytes = 1 << 16

    /// What became of the input.
    struct Summary {
        var stored = 0
        var duplicates = 0
        var refused = 0
        var repaired = 0
        /// Why the rest was not taken, when the store failed.
        var failure: StoreFailure?

        /// Adds what became of lines that got further.
        mutating func add(_ other: Summary) {
            stored += other.stored
            duplicates += other.duplicates
            refused += other.refused
            repaired += other.repaired
            failure = failure ?? other.failure
        }
    }

    init(
        reader: MessageReader, workers: [ReceiveWorker], store: any Intake & CaseQueue, mostBytes: Int, run: String, isQuiet: Bool,
        showsProgress: Bool
    ) {
        self.reader = reader
        self.workers = workers
        self.store = store
        keeper = ReceiveKeeper(store: store, isQuiet: isQuiet, showsProgress: showsProgress)
        self.mostBytes = mostBytes
        self.run = run
        source = LineSource(mostBytes: mostBytes, blockBytes: Self.blockBytes)
    }

    /// Runs until the input ends, the store fails or the output can be written no more.
    mutating func receive(clock: () -> Instant) async throws -> Summary {
        let queue = ReceiveQueue()
        let keeper = keeper
        // Otherwise the store would stand still until a block is decided.
        let thread = OwnThread("courtois.keeping")
        async let keeping = withTaskExecutorPreference(thread) { await keeper.keep(queue) }
        var summary = Summary()
        do {
            try await read(into: queue, clock, &summary)
            queue.end()
        } catch {
            // What was read before is kept.
            queue.end()
            _ = await keeping
            throw error
        }
        summary.add(await keeping)
        return summary
    }

    private mutating func read(into queue: ReceiveQueue, _ clock: () -> Instant, _ summary: inout Summary) async throws {
        var number = 1
        // Whoever waits for decisions before they write on has them before they are waited for.
        while await queue.room(for: source.hasMore ? Self.mostWaiting : 0) {
            let block = try source.next()
            if block.isEmpty { return }
            guard let decided = try await decide(block, from: number, at: clock(), &summary) else { return }
            queue.give(decided)
            number += block.count
        }
    }

    // MARK: Deciding

    /// The block's decisions; nil when the store could not be asked what has passed in its conversations.
    private mutating func decide(_ block: [LineSource.Line], from first: Int, at now: Instant, _ summary: inout Summary) async throws
        -> ReceiveBlock?
    {
        let lines = read(block, from: first, &summary)
        do throws(StoreFailure) {
            let pasts = try await store.pasts(of: Self.askers(of: lines))
            for worker in workers { worker.take(pasts) }
        } catch {
            summary.failure = error
            return nil
        }
        let shards = lines.indices.map { Self.shard(of: lines[$0], number: first + $0) }
        await decide(lines, shards, from: first, at: now)
        return merge(lines, shards, from: first)
    }

    /// As in the pipe, but that all an author writes at one door is one conversation for a store.
    private static func shard(of line: PipeLine, number: Int) -> Int {
        guard case .message(let reading) = line, reading.message.conversation == nil, reading.message.author?.id != nil else {
            return PipeWorker.shard(of: line, number: number)
        }
        return Int(StableHash.conversation(of: reading.message) % UInt64(PipeWorker.shards))
    }

    private static func askers(of lines: [PipeLine]) -> Set<Asker> {
        var askers: Set<Asker> = []
        for case .message(let reading) in lines { if let asker = Asker(of: reading.message) { askers.insert(asker) } }
        return askers
    }

    /// Puts what the workers made into the order of the lines. From the end, so that each arrival is moved out of its worker's list
    /// and not copied, for which two dozen references would be counted.
    private func merge(_ lines: [PipeLine], _ shards: [Int], from first: Int) -> ReceiveBlock {
        var arrivals = workers.map { $0.handOver() }
        let count = arrivals.reduce(0) { $0 + $1.count }
        var refusals: [ReceiveBlock.Refusal] = []
        let merged = [Arrival](unsafeUninitializedCapacity: count) { merged, filled in
            var place = count
            for offset in lines.indices.reversed() {
                switch lines[offset] {
                case .empty: break
                case .refused(let cause): refusals.append(.init(place: place, number: first + offset, cause: cause))
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
        return ReceiveBlock(arrivals: merged, refusals: refusals.reversed())
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
}
