import Desk

/// Reads lines, answers them on several threads, and writes the answers in the order of the lines.
struct MessagePipe {
    private let reader: MessageReader
    private let workers: [PipeWorker]
    private var source: LineSource
    private var progress: Progress
    private let mostBytes: Int

    /// What became of the input.
    struct Summary {
        var messages = 0
        var refused = 0
        var repaired = 0
    }

    init(reader: MessageReader, workers: [PipeWorker], mostBytes: Int, showsProgress: Bool) {
        self.reader = reader
        self.workers = workers
        self.mostBytes = mostBytes
        source = LineSource(mostBytes: mostBytes)
        progress = Progress(isShown: showsProgress)
    }

    /// Runs until the input ends or the output can be written no more.
    mutating func run() async throws -> Summary {
        var summary = Summary()
        var number = 1
        while true {
            let block = try source.next()
            if block.isEmpty { break }
            let lines = read(block, from: number, &summary)
            let shards = lines.indices.map { PipeWorker.shard(of: lines[$0], number: number + $0) }
            await answer(lines, shards, from: number)
            var output = merged(shards)
            if !Terminal.write(&output, to: .output) { break }
            number += lines.count
            progress.show(messages: summary.messages)
        }
        progress.end()
        return summary
    }

    private func read(_ block: [LineSource.Line], from first: Int, _ summary: inout Summary) -> [PipeLine] {
        source.buffer.withUnsafeBufferPointer { buffer in
            block.enumerated().map { offset, line in
                guard case .bytes(let range) = line else {
                    summary.refused += 1
                    return .refused("the line is longer than \(mostBytes) bytes")
                }
                do throws(MessageReader.Refusal) {
                    let bytes = UnsafeBufferPointer(rebasing: buffer[range])
                    guard let reading = try reader.read(bytes, number: first + offset) else { return .empty }
                    summary.messages += 1
                    if reading.wasRepaired { summary.repaired += 1 }
                    return .message(reading)
                } catch {
                    summary.refused += 1
                    return .refused(error.cause)
                }
            }
        }
    }

    /// Each worker takes every n-th shard.
    private func answer(_ lines: [PipeLine], _ shards: [Int], from first: Int) async {
        let count = workers.count
        await withTaskGroup(of: Void.self) { group in
            for (index, worker) in workers.enumerated() {
                let work: @Sendable () -> Void = {
                    worker.startBlock()
                    for offset in lines.indices where shards[offset] % count == index {
                        worker.answer(lines[offset], number: first + offset, shard: shards[offset])
                    }
                }
                if count == 1 { work() } else { group.addTask(operation: work) }
            }
        }
    }

    private func merged(_ shards: [Int]) -> [UInt8] {
        if workers.count == 1 { return workers[0].output }
        var next = [Int](repeating: 0, count: workers.count)
        var output: [UInt8] = []
        output.reserveCapacity(workers.reduce(0) { $0 + $1.output.count })
        for shard in shards {
            let index = shard % workers.count
            let worker = workers[index]
            let start = next[index] == 0 ? 0 : worker.ends[next[index] - 1]
            output.append(contentsOf: worker.output[start..<worker.ends[next[index]]])
            next[index] += 1
        }
        return output
    }
}
