import Channels
import Desk
@testable import DeskServer
import Peers
import SQLiteStore
import Support
import Synchronization
import Testing

@Suite("Calls of platforms that come together", .timeLimit(.minutes(10)))
struct CallProcessorTests {
    @Test("calls that come while others are committed share the next commit, and each has its own answer")
    func together() async throws {
        let gate = Gate()
        let gated = Mutex<GatedStore?>(nil)
        let wrap: (SQLiteStore) -> any Listening & CaseQueue = { store in
            let made = GatedStore(store, gate)
            gated.withLock { $0 = made }
            return made
        }
        try await ServerHouse.run(in: try TemporaryFolder(), store: wrap) { house async throws in
            let port = house.port
            let clients = await PlainClient.away { (0..<40).compactMap { _ in PlainClient(port: port) } }
            #expect(clients.count == 40)
            // Sent one by one, so that all of them are there before the first is kept. Every tenth is a forgery.
            let answers = await PlainClient.away { () -> [Int?] in
                for (number, client) in clients.enumerated() {
                    var call = Call.standard("c\(number)", Call.body("m\(number)", conversation: "k\(number % 5)"))
                    if number % 10 == 9 { call = call.with("webhook-id", "other") }
                    let headers = call.headers.map { "\($0.0): \($0.1)\r\n" }.joined()
                    client.send(
                        "POST /webhooks/standard/default HTTP/1.1\r\nhost: desk\r\n\(headers)content-length: \(call.body.count)\r\n\r\n")
                    client.send(call.body)
                }
                // Whoever is not believed is answered though nothing is committed.
                let forged = clients.enumerated().filter { $0.offset % 10 == 9 }.map { $0.element.answer()?.status }
                gate.open()
                let kept = clients.enumerated().filter { $0.offset % 10 != 9 }.map { $0.element.answer()?.status }
                return forged + kept
            }
            #expect(answers == [Int?](repeating: 401, count: 4) + [Int?](repeating: 200, count: 36))
            #expect(try await house.messages() == 36)
            let sizes = try #require(gated.withLock { $0 }).sizes
            #expect(sizes.reduce(0, +) == 36 && sizes.count < 36, "\(sizes)")
            // What a conversation was sent is in the order in which it came to be decided, with a text of its own each time.
            let texts = try await house.store.queue(QueueQuery(most: 10)).items
            #expect(texts.count == 5)
        }
    }

    @Test("what waits to be decided and what waits for its commit is in the figures, and is gone from them when it is kept")
    func backlog() async throws {
        let (entered, gate) = (Gate(), Gate())
        try await ServerHouse.run(in: try TemporaryFolder(), store: { GatedStore($0, entered: entered, gate) }) { house async throws in
            let port = house.port
            #expect(try await Self.backlog(house) == [0, 0, 0])
            // A batch of two messages, and a receipt that is none.
            let batch = Call.meta(
                #"{"object":"page","entry":[{"id":"777","messaging":[{"sender":{"id":"5"},"timestamp":1,"message":{"mid":"a","text":"Bonjour"}},{"sender":{"id":"6"},"timestamp":1,"message":{"mid":"b","text":"Bonsoir"}},{"sender":{"id":"5"},"read":{"watermark":1}}]}]}"#
            )
            async let first = house.post(batch, to: "meta/page")
            await PlainClient.away { entered.wait() }
            #expect(try await Self.backlog(house) == [0, 2, 0])
            var clients: [PlainClient] = []
            for number in 0..<3 {
                // Connected only now: whoever says nothing for long is hung up on.
                let client = try #require(await PlainClient.away { PlainClient(port: port) })
                clients.append(client)
                let call = Call.standard("c\(number)", Call.body("m\(number)"))
                await PlainClient.away {
                    client.send("POST /webhooks/standard/default HTTP/1.1\r\nhost: desk\r\n")
                    client.send(call.headers.map { "\($0.0): \($0.1)\r\n" }.joined() + "content-length: \(call.body.count)\r\n\r\n")
                    client.send(call.body)
                }
                // They are on their way to the queue.
                var backlog: [Int] = []
                for _ in 0..<10_000 where backlog.first != number + 1 { backlog = try await Self.backlog(house) }
                #expect(backlog == [number + 1, 2, 0])
            }
            gate.open()
            #expect(await first?.status == 200)
            for client in clients { #expect(await PlainClient.away { client.answer()?.status } == 200) }
            #expect(try await Self.backlog(house) == [0, 0, 0])
            #expect(try await house.messages() == 5)
        }
    }

    @Test("a message of the API waits for its commit in the figures as well, and leaves them whether it is kept or not")
    func backlogOfTheAPI() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/store.sqlite"
        // Waits for the other program as long as that takes.
        let patient = try SQLiteStore(path: path, patience: 300)
        try await ServerHouse.run(in: folder, parts: { $0.desk = patient }) { house async throws in
            let token = try await house.token()
            try await house.send("m1", token)
            let lock = try StoreLock(path)
            async let answer = house.api("POST", "/messages", token, json: #"{"id":"m2","text":"Bonjour","channel":"standard"}"#)
            var backlog: [Int] = []
            for _ in 0..<10_000 where backlog != [0, 1, 0] { backlog = try await Self.backlog(house) }
            #expect(backlog == [0, 1, 0])
            try lock.release()
            #expect(await answer?.status == 201)
            #expect(try await Self.backlog(house) == [0, 0, 0])
        }
        try await ServerHouse.run(in: folder) { house async throws in
            let token = try await house.token(name: "other")
            let lock = try StoreLock(path)
            #expect(await house.api("POST", "/messages", token, json: #"{"id":"m3","text":"Bonjour"}"#)?.status == 503)
            try lock.release()
            #expect(try await Self.backlog(house) == [0, 0, 0])
        }
        try patient.close()
    }

    /// Calls to be decided, messages to be committed, replies queued.
    private static func backlog(_ house: ServerHouse) async throws -> [Int] {
        let text = try #require(await house.get("/metrics")?.body)
        return try ["courtois_webhook_calls_waiting", "courtois_messages_uncommitted", #"courtois_outbox{state="queued"}"#].map { name in
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name + " ") }, "\(name)")
            return try #require(Int(line.dropFirst(name.count + 1)))
        }
    }

    @Test("a call of which the store says nothing is not acknowledged, and the server goes on")
    func unsaid() async throws {
        let gate = Gate()
        gate.open()
        try await ServerHouse.run(in: try TemporaryFolder(), store: { GatedStore($0, gate, forgets: true) }) { house async throws in
            #expect(await house.post(.standard("c1", Call.body("m1")))?.status == 503)
            #expect(await house.get("/healthz")?.status == 200)
        }
    }

    @Test("what is given is kept though no more is taken in, and what comes later is told so")
    func ends() async throws {
        let queue = CallQueue()
        let call = ReadCall(
            door: ChannelAccount(channel: "standard", account: "default"), onceKey: nil, events: [], at: Sample.start,
            acknowledgement: ChannelAnswer(status: 200))
        async let first = queue.give(call)
        let taken = await queue.take()
        #expect(taken.count == 1)
        async let second = queue.give(call)
        let next = await queue.take()
        #expect(next.count == 1)
        queue.end()
        guard case .notStored(let failure) = await queue.give(call) else {
            Issue.record("it was taken in")
            return
        }
        #expect(failure.label == "unavailable")
        for entry in taken + next { entry.caller.resume(returning: .noHandshake) }
        #expect(await [first.label, second.label] == ["no_handshake", "no_handshake"])
        #expect(await queue.take().isEmpty)
    }
}
