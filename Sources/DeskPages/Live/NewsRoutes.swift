import Channels
import Desk
import DeskServer
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// `GET /events?after=N`: news as they happen, for pages that stay open (server-sent events). They begin behind the change
/// that the page shows, or the last that a browser which comes again was told of.
struct NewsRoutes {
    /// Between two looks.
    private static let pause = Duration.milliseconds(700)
    /// Looks without news after which something is said all the same, so that proxies keep the connection.
    private static let quietLooks = 20

    func add(to desk: DeskRouter) {
        desk.get("events") { visit in
            let told = (visit.headers[.lastEventID] ?? visit.query["after"]).flatMap { Int64($0) } ?? visit.sequence
            let start = (0...visit.sequence).contains(told) ? told : visit.sequence
            return Response(
                status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
                body: ResponseBody { writer in
                    try await Self.tell(visit, from: start, to: &writer)
                    try await writer.finish(nil)
                })
        }
    }

    /// Tells until the server stops, the session ends or nobody listens any more, which the next write shows.
    private static func tell(_ visit: Visit, from start: Int64, to writer: inout any ResponseBodyWriter) async throws {
        try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
        var sequence = start
        var quiet = 0
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            try await Task.sleep(for: pause)
            do {
                if try await visit.parts.news.last(at: visit.parts.clock.ticks()) > sequence {
                    guard try await isSignedIn(visit) else { return }
                    let batch = try await visit.parts.news.since(sequence)
                    sequence = batch.sequence
                    try await writer.write(ByteBuffer(bytes: try await event(batch, visit)))
                    quiet = 0
                    continue
                }
                quiet += 1
                guard quiet >= quietLooks else { continue }
                quiet = 0
                guard try await isSignedIn(visit) else { return }
                try await writer.write(ByteBuffer(string: ": still here\n\n"))
            } catch is StoreFailure {
                // The store may be back at the next look.
                continue
            }
        }
    }

    private static func isSignedIn(_ visit: Visit) async throws -> Bool {
        try await visit.parts.store.session(visit.token.digest, visit.parts.signIn, at: visit.parts.clock.now()) != nil
    }

    /// The news with how many cases each view has by now.
    private static func event(_ batch: News.Batch, _ visit: Visit) async throws -> [UInt8] {
        var batch = batch
        var alarms: [Delivery] = []
        for id in batch.failed {
            guard let delivery = try await visit.parts.store.delivery(id) else { continue }
            batch.cases.insert(delivery.caseID)
            if delivery.state.kind.needsPerson, delivery.reply.approvedBy == visit.colleague.name { alarms.append(delivery) }
        }
        var json: [UInt8] = Array(
            "event: change\nid: \(batch.sequence)\ndata: {\"sequence\":\(batch.sequence),\"arrived\":\(batch.arrived),\"cases\":[".utf8)
        json += batch.cases.sorted().map(String.init).joined(separator: ",").utf8
        json += "],\"words\":".utf8
        JSONText.append(visit.wording.arrived(batch.arrived), to: &json)
        json += ",\"alarms\":[".utf8
        for (index, delivery) in alarms.enumerated() {
            json += "\(index > 0 ? "," : ""){\"address\":\"\(Address.case(delivery.caseID))\",\"words\":".utf8
            JSONText.append(visit.wording.alarm(delivery), to: &json)
            json += "}".utf8
        }
        json += "],\"counts\":{\"undelivered\":\"\(QueuePages.countText(try await Undelivered.count(visit)))\"".utf8
        for scope in QueueAddress.Scope.counted {
            if scope == .team, visit.user?.team == nil { continue }
            let most = QueuePages.mostCounted + 1
            let count = try await visit.parts.store.count(QueueAddress(scope: scope).query(visit, at: visit.parts.clock.now()), most: most)
            json += ",\"\(scope.rawValue)\":\"\(QueuePages.countText(count))\"".utf8
        }
        return json + Array("}}\n\n".utf8)
    }
}

extension HTTPField.Name {
    /// What a browser was told of last when it comes again (HTML standard, “Server-sent events”).
    fileprivate static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .ifMatch
}
