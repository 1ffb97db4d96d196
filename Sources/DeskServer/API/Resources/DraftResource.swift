import Desk
import HTTPTypes

/// The reply that is proposed in a case: read, put another in its place, let it go, refuse it.
struct DraftResource: Sendable {
    private let store: any DeskStore
    private let actions: CaseActions
    private let shelf: RulebookShelf

    init(_ parts: ServerParts) {
        store = parts.desk
        actions = CaseActions(parts)
        shelf = parts.shelf
    }

    static let item = CaseResource.item + "/draft"

    var endpoints: [Endpoint] {
        [
            Endpoint(Self.reading) { call throws(Problem) in try await read(call) },
            Endpoint(Self.editing) { call throws(Problem) in
                let text = try CaseResource.text("text", of: call)
                let file = try await actions.file(call)
                return try await actions.act(shelf.proofreader.edit(text, of: file).action, call)
            },
            Endpoint(Self.redrafting) { call throws(Problem) in
                var body = try BodyReader(call.body)
                let intent = body.text("intent")
                try body.end()
                return try await actions.act(try redraft(try await actions.file(call), as: intent, at: call.now), call)
            },
            Endpoint(Self.approving) { call throws(Problem) in
                var body = try BodyReader(call.body)
                let (note, accepts) = (body.optionalText("note"), body.flag("accept_findings"))
                try body.end()
                let item = try await actions.file(call).case
                return try await actions.act(
                    shelf.proofreader.approval(
                        of: item, note: note, acceptsFindings: accepts, delivery: call.newName, at: call.now), call)
            },
            Endpoint(Self.undoing) { call throws(Problem) in try await actions.act(.undo, call) },
            Endpoint(Self.rejecting) { call throws(Problem) in
                try await actions.act(.reject(reason: try CaseResource.text("reason", of: call)), call)
            },
        ]
    }

    private func redraft(_ file: CaseFile, as intent: String, at now: Instant) throws(Problem) -> ReviewAction {
        var rules = shelf.edition.desk
        do throws(RedraftRefusal) {
            return try rules.redraft(file, as: intent, at: now)
        } catch {
            switch error {
            case .noSuchIntent: throw .invalid([BodyMistake(pointer: "/intent", detail: "the rules know no such request")])
            case .forgotten: throw Problem(.nothingToWrite, "The words that were to be answered have been erased.")
            case .noText: throw Problem(.nothingToWrite, "The rules have no reply to this request that could be used here.")
            }
        }
    }

    private func read(_ call: APICall) async throws(Problem) -> APIAnswer {
        let item = try await actions.file(call).case
        guard let draft = item.draft else { throw .nothing("The case has no draft.") }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("case", Int(item.number))
            writer.member("version", item.version)
            writer.fields(of: draft)
        }
        var answer = APIAnswer(body: writer.output)
        answer.headers[.eTag] = VersionTag.text(item.version, of: writer.output)
        return answer
    }
}
