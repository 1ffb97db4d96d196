import Dispatch
import Logging
import Synchronization
import Testing

@testable import courtois

@Suite("The log's writer", .timeLimit(.minutes(5)))
struct LogWriterTests {
    /// What was written, a piece for each time.
    private final class Pieces: Sendable {
        let pieces = Mutex<[String]>([])
        let news = DispatchSemaphore(value: 0)

        func add(_ bytes: [UInt8]) {
            pieces.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
            news.signal()
        }

        var all: [String] { pieces.withLock { $0 } }
    }

    @Test("a warning is written at once, with the lines before it and behind them")
    func urgent() {
        let pieces = Pieces()
        let writer = LogWriter { pieces.add($0) }
        writer.add(Array("a\n".utf8), .info)
        writer.add(Array("b\n".utf8), .info)
        writer.add(Array("c\n".utf8), .warning)
        #expect(pieces.all.joined() == "a\nb\nc\n")
        writer.add(Array("d\n".utf8), .error)
        #expect(pieces.all.joined() == "a\nb\nc\nd\n")
    }

    @Test("a line nobody follows is written by itself, and none is left after a flush")
    func calm() {
        let pieces = Pieces()
        let writer = LogWriter { pieces.add($0) }
        writer.add(Array("a\n".utf8), .info)
        pieces.news.wait()
        #expect(pieces.all == ["a\n"])
        writer.add(Array("b\n".utf8), .debug)
        writer.flush()
        #expect(pieces.all.joined() == "a\nb\n")
        writer.flush()
        #expect(pieces.all.joined() == "a\nb\n")
    }

    @Test("lines from many threads are whole, all there, and each thread's in their order")
    func many() {
        let pieces = Pieces()
        let writer = LogWriter { pieces.add($0) }
        let (threads, lines) = (8, 2000)
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            for line in 0..<lines { writer.add(Array("\(thread) \(line)\n".utf8), line % 97 == 0 ? .warning : .info) }
        }
        writer.flush()
        var next = [Int](repeating: 0, count: threads)
        for line in pieces.all.joined().split(separator: "\n") {
            let words = line.split(separator: " ").compactMap { Int($0) }
            guard words.count == 2, next.indices.contains(words[0]), next[words[0]] == words[1] else {
                Issue.record("“\(line)”")
                return
            }
            next[words[0]] += 1
        }
        #expect(next == [Int](repeating: lines, count: threads))
        // Fewer writes than lines, or there were no use for it.
        #expect(pieces.all.count < threads * lines / 2)
    }
}
