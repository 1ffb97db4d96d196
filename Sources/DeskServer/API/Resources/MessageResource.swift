import Desk
import HTTPTypes

/// What customers write: taken in as by the pipe and the webhooks, one commit for message, case, draft and audit row.
struct MessageResource: Sendable {
    private let store: any DeskStore
    private let shelf: RulebookShelf
    private let figures: ServerFigures
    private let makeName: @Sendable () -> String

    init(_ parts: ServerParts) {
        store = parts.desk
        shelf = parts.shelf
        figures = parts.figures
        makeName = parts.makeName
    }

    static let root = "/api/v1/messages"
    static let item = root + "/{id}"

    var endpoints: [Endpoint] {
        [
            Endpoint(Self.sending) { call throws(Problem) in try await receive(call) },
            Endpoint(Self.reading) { call throws(Problem) in try await read(call) },
        ]
    }

    private func receive(_ call: APICall) async throws(Problem) -> APIAnswer {
        let reading = try reading(call)
        var pasts = ConversationPasts()
        do throws(StoreFailure) {
            pasts.replace(try await store.pasts(of: Set([Asker(of: reading.message)].compactMap(\.self))))
        } catch { throw Problem(error) }
        let arrival = shelf.current.arrival(
            of: reading, after: pasts.exchange(before: reading.message, at: call.now), at: call.now, delivery: makeName(), replyUntil: nil)
        let reception: Reception
        figures.wait(forCommitOf: 1)
        defer { figures.wait(forCommitOf: -1) }
        do throws(StoreFailure) { reception = try await store.receive(arrival) } catch { throw Problem(error) }
        if case .stored = reception { figures.decision(arrival.decision.disposition, arrival.decision.team) }
        return answer(reception, arrival)
    }

    /// The message of the body; without an id, by a name of its own.
    private func reading(_ call: APICall) throws(Problem) -> MessageReader.Reading {
        guard try BodyReader.document(call.body).root.isObject else {
            throw .invalid([BodyMistake(pointer: "", detail: "the body must be an object")])
        }
        let read: MessageReader.Reading?
        do throws(MessageReader.Refusal) {
            read = try call.body.withUnsafeBufferPointer { (bytes) throws(MessageReader.Refusal) in
                try MessageReader(format: .jsonl).read(bytes, number: 1)
            }
        } catch {
            throw .invalid([BodyMistake(pointer: error.field.map { "/" + $0 } ?? "", detail: error.cause)])
        }
        guard let read else { throw .invalid([BodyMistake(pointer: "", detail: "the body must be an object")]) }
        let reading = read.hasID ? read : read.named(call.newName)
        let faults = MessageBounds.faults(of: reading.message)
        guard faults.isEmpty else {
            throw .invalid(faults.map { BodyMistake(pointer: "/" + $0.field, detail: "“\($0.field)” \($0.rule)") })
        }
        return reading
    }

    private func answer(_ reception: Reception, _ arrival: Arrival) -> APIAnswer {
        let (isNew, line) =
            switch reception {
            case .stored: (true, arrival.line)
            case .duplicate(_, let line): (false, line)
            }
        let message = arrival.message
        let key = MessageKey(channel: message.channel ?? "", account: message.account, id: message.id)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("case", Int(reception.caseNumber))
            writer.member("is_new", isNew)
            writer.name("message")
            writer.object { $0.fields(of: key) }
            writer.name("decision")
            if line.isEmpty { writer.null() } else { writer.raw(line) }
        }
        var answer = APIAnswer(status: isNew ? .created : .ok, body: writer.output)
        answer.headers[.location] = Self.address(of: key)
        answer.caseNumber = reception.caseNumber
        return answer
    }

    private static func address(of key: MessageKey) -> String {
        var query: [String] = []
        if !key.channel.isEmpty { query.append("channel=" + PercentText.encoded(key.channel)) }
        if key.account != Message.defaultAccount { query.append("account=" + PercentText.encoded(key.account)) }
        return "\(root)/\(PercentText.encoded(key.id))" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private func read(_ call: APICall) async throws(Problem) -> APIAnswer {
        let key = MessageKey(
            channel: try call.query.one("channel") ?? "", account: try call.query.one("account") ?? Message.defaultAccount,
            id: try call.text("id"))
        let found: FoundMessage?
        do throws(StoreFailure) { found = try await store.message(key) } catch { throw Problem(error) }
        guard let found else { throw .nothing("There is no message of this channel, account and id.") }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("case", Int(found.caseNumber))
            writer.fields(of: key)
            writer.fields(of: found.message)
        }
        return APIAnswer(body: writer.output)
    }
}

extension JSONWriter {
    fileprivate mutating func fields(of key: MessageKey) {
        member("channel", key.channel)
        member("account", key.account)
        member("id", key.id)
    }

    fileprivate mutating func fields(of message: StoredMessage) {
        member("author", message.author?.id)
        member("name", message.author?.name)
        member("visibility", message.visibility.rawValue)
        member("kind", message.kind.rawValue)
        name("rating")
        if let rating = message.rating { number(rating) } else { null() }
        member("subject", message.subject)
        member("sent_at", message.sentAt)
        member("received_at", message.receivedAt)
        member("edited_at", message.editedAt)
        member("deleted_at", message.deletedAt)
        member("text", message.text)
        member("disposition", message.disposition.rawValue)
        member("rulebook", message.rulebook)
        name("decision")
        if let line = message.line { raw(line) } else { null() }
    }
}
