import Channels
import Desk
import DeskServer
import Peers
import SQLiteStore
import Support
import Testing

@Suite("A server that stops", .timeLimit(.minutes(10)))
struct ShutdownTests {
    @Test("takes no more connections, and lets the call under way be kept and answered")
    func drains() async throws {
        let (entered, gate) = (Gate(), Gate())
        try await ServerHouse.run(in: try TemporaryFolder(), store: { GatedStore($0, entered: entered, gate) }) {
            house async throws in
            let idle = await PlainClient.away { PlainClient(port: house.port) }
            async let answer = house.post(.standard("c1", Call.body("m1")))
            await PlainClient.away { entered.wait() }
            await house.stop()
            // A connection at rest is closed at once: from here on the server is stopping.
            #expect(await PlainClient.away { idle?.answer() == nil })
            let late = await house.get("/healthz")
            #expect(late?.status == nil)
            gate.open()
            #expect(await answer?.status == 200)
            #expect(try await house.messages() == 1)
        }
    }
}
