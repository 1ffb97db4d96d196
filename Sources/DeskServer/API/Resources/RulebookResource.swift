import Desk

/// The rules in use.
struct RulebookResource: Sendable {
    private let shelf: RulebookShelf
    private let watcher: RulebookWatcher?

    init(_ parts: ServerParts) {
        shelf = parts.shelf
        watcher = parts.watcher
    }

    static let root = "/api/v1/rulebook"

    var endpoints: [Endpoint] {
        [
            Endpoint(Self.reading) { _ throws(Problem) in answer },
            Endpoint(Self.reloading) { call throws(Problem) in try await reload(call) },
        ]
    }

    /// The rules in use, and what keeps the ones in the folder from taking their place.
    private var answer: APIAnswer {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("rulebook", shelf.hash)
            writer.name("findings")
            writer.list(shelf.findings) { $0.string($1) }
        }
        return APIAnswer(body: writer.output)
    }

    private func reload(_ call: APICall) async throws(Problem) -> APIAnswer {
        guard let watcher else { throw Problem(.notReady, "This server was started with rules that cannot be read again.") }
        if case .kept = await watcher.reload(.request(by: call.colleague.name)) {
            throw Problem(
                .rulebookRefused, "The rules in the folder have findings; those of before stay in use.",
                [.init(name: "rulebook", value: .string(shelf.hash)), .init(name: "findings", value: .strings(shelf.findings))])
        }
        return answer
    }
}
