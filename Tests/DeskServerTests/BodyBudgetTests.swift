import Desk
import Peers
import SQLiteStore
import Support
import Testing

@testable import DeskServer

@Suite("Bodies that are being taken in", .timeLimit(.minutes(10)))
struct BodyBudgetTests {
    @Test("what is beyond each body's share is counted as it comes, refused when there is no room, and given back in the end")
    func counted() {
        let budget = BodyBudget(bytes: 1000)
        do {
            var small = BodyBudget.Lease(budget)
            var large = BodyBudget.Lease(budget)
            let first = small.grow(by: BodyBudget.share)
            let second = large.grow(by: BodyBudget.share - 1)
            #expect(first && second && budget.taken == 0)
            let third = large.grow(by: 601)
            #expect(third && budget.taken == 600)
            let refused = small.grow(by: 401)
            #expect(!refused && budget.taken == 600)
            let last = large.grow(by: 400)
            #expect(last && budget.taken == 1000)
        }
        #expect(budget.taken == 0)
        var again = BodyBudget.Lease(budget)
        let whole = again.grow(by: BodyBudget.share + 1000)
        #expect(whole && budget.taken == 1000)
    }

    @Test("while strangers' large bodies are held, another is told to come again, and ordinary messages are kept")
    func bounded() async throws {
        let change: (inout ServerSettings) -> Void = {
            $0.largeBodies = 1 << 20
            $0.request = 120_000
            $0.idle = 120_000
        }
        try await ServerHouse.run(in: try TemporaryFolder(), settings: change) { house async throws in
            let port = house.port
            let large = Call.standard("c1", Array(Call.body("m1").utf8) + [UInt8](repeating: 0x20, count: BodyBudget.share + 2000))
            var hoarder: PlainClient?
            var answer: PlainClient.Answer?
            // The hoarder's bytes arrive in their own time; where its last come while a large call is under way, it is the one
            // that finds no room, and another takes its place.
            for attempt in 0..<5000 where answer?.status != 503 {
                if attempt % 50 == 0 {
                    hoarder?.hangUp()
                    hoarder = await Self.hoarder(port)
                }
                answer = await house.post(large)
            }
            #expect(answer?.status == 503 && answer?.headers["retry-after"] == "5")
            for number in 0..<10 { #expect(await house.post(.standard("s\(number)", Call.body("s\(number)")))?.status == 200) }
            #expect(house.log.text.contains(#""outcome":"no_room""#))
            // Once the stranger has gone there is room again.
            hoarder?.hangUp()
            repeat { answer = await house.post(large) } while answer?.status == 503
            #expect(answer?.status == 200)
            #expect(try await house.messages() == 11)
        }
    }

    /// Sends most of one megabyte of a body of two.
    private static func hoarder(_ port: Int) async -> PlainClient? {
        await PlainClient.away {
            let client = PlainClient(port: port)
            client?.send(
                "POST /webhooks/standard/default HTTP/1.1\r\nhost: desk\r\ncontent-type: application/json\r\ncontent-length: 2097152\r\n\r\n"
            )
            client?.send([UInt8](repeating: 0x20, count: (1 << 20) + BodyBudget.share - 1000))
            return client
        }
    }
}
