import Desk
import HTTPTypes

/// Conversations that wait for a person, or waited for one.
struct CaseResource: Sendable {
    private let store: any DeskStore
    private let actions: CaseActions

    init(_ parts: ServerParts) {
        store = parts.desk
        actions = CaseActions(parts)
    }

    static let root = "/api/v1/cases"
    static let item = root + "/{case}"
    private static let mostShown = 500

    var endpoints: [Endpoint] {
        [
            Endpoint(Self.listing) { call throws(Problem) in try await list(call) },
            Endpoint(Self.reading) { call throws(Problem) in try await read(call) },
            Endpoint(Self.claiming) { call throws(Problem) in try await actions.act(.claim, call) },
            Endpoint(Self.releasing) { call throws(Problem) in try await actions.act(.release, call) },
            Endpoint(Self.handingOver) { call throws(Problem) in
                var body = try BodyReader(call.body)
                let name = body.text("to")
                try body.end()
                return try await actions.act(.handOver(to: name), call)
            },
            Endpoint(Self.escalating) { call throws(Problem) in
                var body = try BodyReader(call.body)
                let (team, note) = (body.choice("team", Team.self), body.optionalText("note"))
                try body.end()
                guard let team else { throw .invalid(body.mistakes) }
                return try await actions.act(.escalate(to: team, note: note), call)
            },
            Endpoint(Self.noting) { call throws(Problem) in
                try await actions.act(.note(try Self.text("text", of: call)), call)
            },
            Endpoint(Self.takingOver) { call throws(Problem) in try await actions.act(.takeOver, call) },
            Endpoint(Self.givingBack) { call throws(Problem) in try await actions.act(.giveBack, call) },
            Endpoint(Self.closing) { call throws(Problem) in
                try await actions.act(.close(reason: try Self.text("reason", of: call)), call)
            },
            Endpoint(Self.reopening) { call throws(Problem) in
                try await actions.act(.reopen(reason: try Self.text("reason", of: call)), call)
            },
        ]
    }

    /// A body with one text.
    static func text(_ name: String, of call: APICall) throws(Problem) -> String {
        var body = try BodyReader(call.body)
        let text = body.text(name)
        try body.end()
        return text
    }

    private func list(_ call: APICall) async throws(Problem) -> APIAnswer {
        let status = try call.query.choice("status", Case.Status.self) ?? .waiting
        let team = try call.query.choice("team", Team.self)
        let most = try call.query.number("limit", in: 1...Self.mostShown) ?? 50
        let list = ["cases", status.rawValue, team?.rawValue ?? ""]
        var query = QueueQuery(status: status, team: team, most: most)
        if let cursor = try call.query.one("cursor") { query.after = try Self.place(cursor, list) }
        let asked = query
        let page: QueuePage
        do throws(StoreFailure) { page = try await store.queue(asked) } catch { throw Problem(error) }
        let next = page.next.map { place in
            Cursor.text(list + ["\(place.priority.rawValue)", place.due.map { "\($0.seconds)" } ?? "", "\(place.number)"])
        }
        return Page.answer("cases", page.items, next: next, call, path: Self.root) { $0.write($1, at: call.now) }
    }

    private static func place(_ cursor: String, _ list: [String]) throws(Problem) -> QueuePlace {
        guard let parts = Cursor.parts(cursor, of: list), parts.count == 3, let priority = Int(parts[0]).flatMap(Priority.init(rawValue:)),
            let number = Int64(parts[2]), parts[1].isEmpty || Int(parts[1]) != nil
        else { throw .parameter("cursor", "must be the “next” of a page with the same filters") }
        return QueuePlace(priority: priority, due: Int(parts[1]).map(Instant.init(seconds:)), number: number)
    }

    private func read(_ call: APICall) async throws(Problem) -> APIAnswer {
        let file = try await actions.file(call)
        var writer = JSONWriter()
        writer.write(file, at: call.now)
        var answer = APIAnswer(body: writer.output)
        answer.headers[.eTag] = VersionTag.text(file.case.version, of: writer.output)
        return answer
    }
}
