import Desk
import Support
import Testing

@testable import courtois

@Suite("Blocks on their way into the store")
struct ReceiveQueueTests {
    private static func block(_ ids: String..., refusals: [Int] = []) -> ReceiveBlock {
        ReceiveBlock(
            arrivals: ids.map { Sample.arrival($0) }, refusals: refusals.map { .init(place: $0, number: $0 + 1, cause: "refused") })
    }

    @Test("whoever keeps takes all that waits, in its order, and nothing after the last")
    func takesAll() async {
        let queue = ReceiveQueue()
        queue.give(Self.block("a", "b"))
        queue.give(Self.block("c"))
        #expect(await queue.take(upTo: 9).map { $0.arrivals.map(\.message.id) } == [["a", "b"], ["c"]])
        async let waiting = queue.take(upTo: 9)
        queue.give(Self.block("d"))
        queue.end()
        #expect(await waiting.first?.arrivals.first?.message.id == "d")
        #expect(await queue.take(upTo: 9).isEmpty)
    }

    @Test("no more than a commit's worth is taken, and the rest next")
    func takesSome() async {
        let queue = ReceiveQueue()
        for block in [Self.block("a", "b"), Self.block(refusals: [0]), Self.block("c", "d"), Self.block("e")] { queue.give(block) }
        #expect(await queue.take(upTo: 3).map { $0.arrivals.map(\.message.id) } == [["a", "b"], [], ["c", "d"]])
        #expect(await queue.take(upTo: 3).map { $0.arrivals.map(\.message.id) } == [["e"]])
    }

    @Test("whoever decides waits until few enough messages are on their way, taken or not")
    func waitsForRoom() async {
        let queue = ReceiveQueue()
        queue.give(Self.block("a", "b", "c"))
        #expect(await queue.room(for: 3))
        _ = await queue.take(upTo: 9)
        async let room = queue.room(for: 1)
        queue.done(Self.block("a"))
        queue.done(Self.block("b"))
        #expect(await room)
    }

    @Test("nobody waits for room once nothing is kept any more")
    func closed() async {
        let queue = ReceiveQueue()
        queue.give(Self.block("a"))
        async let room = queue.room(for: 0)
        queue.close()
        #expect(await !room)
        #expect(await !queue.room(for: 9))
    }

    @Test("blocks become one: every arrival and every refusal in its place", arguments: [1, 2, 3])
    func joining(_ count: Int) {
        let blocks = [
            Self.block("a", "b", refusals: [0, 2]), Self.block(refusals: [0]), Self.block("c", refusals: [0, 0, 1]),
        ]
        let joined = ReceiveBlock(joining: Array(blocks.prefix(count)))
        #expect(joined.arrivals.map(\.message.id) == [["a", "b"], ["a", "b"], ["a", "b", "c"]][count - 1])
        #expect(joined.refusals.map(\.place) == [[0, 2], [0, 2, 2], [0, 2, 2, 2, 2, 3]][count - 1])
        #expect(joined.refusals.map(\.number) == [[1, 3], [1, 3, 1], [1, 3, 1, 1, 1, 2]][count - 1])
    }
}
