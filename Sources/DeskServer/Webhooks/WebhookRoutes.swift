import Channels
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// `POST /webhooks/{channel}/{account}`, and the `GET` by which some platforms make sure of it.
struct WebhookRoutes: Sendable {
    private let receiver: WebhookReceiver
    private let directory: ChannelDirectory
    private let figures: ServerFigures
    private let budget: BodyBudget

    init(_ parts: ServerParts, _ calls: CallProcessor) {
        receiver = WebhookReceiver(parts, calls)
        directory = parts.directory
        figures = parts.figures
        budget = BodyBudget(bytes: parts.settings.largeBodies)
    }

    func add(to router: Router<BasicRequestContext>) {
        router.post("webhooks/:channel/:account") { try await answer($0, $1) }
        router.get("webhooks/:channel/:account") { try await answer($0, $1) }
    }

    private func answer(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let (route, name) = (context.parameters.get("channel") ?? "", context.parameters.get("account") ?? "")
        guard let adapter = directory.adapter(route: route, name: name) else { return record(.noSuchDoor, nil) }
        return record(try await outcome(request, adapter), adapter)
    }

    private func outcome(_ request: Request, _ adapter: any ChannelAdapter) async throws -> WebhookOutcome {
        var body: [UInt8] = []
        // Held until the call is answered, as the body is.
        var lease = BodyBudget.Lease(budget)
        if request.method == .post {
            if let length = request.headers.value(.contentLength).flatMap({ Int($0) }), length > adapter.largestBody { return .tooLarge }
            // What is compressed would have to be unpacked to an unknown size.
            if let encoding = request.headers.value(.contentEncoding), encoding.lowercased() != "identity" { return .wrongType }
            guard adapter.reads(mediaType: request.headers.value(.contentType)) else { return .wrongType }
            for try await part in request.body {
                if part.readableBytes > adapter.largestBody - body.count { return .tooLarge }
                guard lease.grow(by: part.readableBytes) else { return .noRoom }
                body.append(contentsOf: part.readableBytesView)
            }
        }
        let headers = HeaderList(lowercased: request.headers.map { ($0.name.canonicalName, $0.value) })
        return await receiver.hear(
            InboundRequest(method: request.method.rawValue, query: request.uri.query ?? "", headers: headers, body: body), by: adapter)
    }

    /// The answer; and the outcome in the log and the figures, under names that are in the settings.
    private func record(_ outcome: WebhookOutcome, _ adapter: (any ChannelAdapter)?) -> Response {
        let note = RequestNote.current
        let channel = adapter.map { type(of: $0).route } ?? "none"
        figures.call(channel: channel, outcome: outcome.label)
        note.add("outcome", .string(outcome.label))
        if let adapter {
            note.add("channel", .string(channel))
            note.add("account", .string(adapter.account.name))
        }
        switch outcome {
        case .kept(_, let tally):
            note.add("stored", .stringConvertible(tally.stored))
            note.add("duplicates", .stringConvertible(tally.duplicates))
            note.add("notices", .stringConvertible(tally.notices))
            if tally.unnamed > 0 {
                note.add("unnamed", .stringConvertible(tally.unnamed))
                note.raise(to: .warning)
            }
            if tally.unfit > 0 {
                note.add("unfit", .stringConvertible(tally.unfit))
                note.raise(to: .error)
            }
        case .replayed, .handshake: break
        case .rejected, .unreadable, .tooLarge, .wrongType, .noRoom, .limited, .noHandshake, .noSuchDoor: note.raise(to: .warning)
        case .notStored: note.raise(to: .error)
        }
        return outcome.response
    }
}
