import Desk
import HTTPTypes

/// Accounts whose replies wait until a person has mended something, such as a token that opens nothing.
struct PauseResource: Sendable {
    private let outbox: any Outbox

    init(_ parts: ServerParts) { outbox = parts.desk }

    static let root = "/api/v1/pauses"
    static let item = root + "/{channel}/{account}"

    var endpoints: [Endpoint] {
        [
            Endpoint(Self.listing) { _ throws(Problem) in try await list() },
            Endpoint(Self.resuming) { call throws(Problem) in try await resume(call) },
        ]
    }

    private func list() async throws(Problem) -> APIAnswer {
        let paused: [ChannelAccount: String]
        do { paused = try await outbox.pausedAccounts() } catch { throw Problem(of: error) }
        var writer = JSONWriter()
        writer.object { writer in
            writer.name("pauses")
            writer.list(paused.sorted { ($0.key.channel, $0.key.account) < ($1.key.channel, $1.key.account) }) { writer, pause in
                writer.object { writer in
                    writer.member("channel", pause.key.channel)
                    writer.member("account", pause.key.account)
                    writer.member("cause", pause.value)
                }
            }
        }
        return APIAnswer(body: writer.output)
    }

    private func resume(_ call: APICall) async throws(Problem) -> APIAnswer {
        try call.require(.reviewer)
        let door = ChannelAccount(channel: try call.text("channel"), account: try call.text("account"))
        let wasPaused: Bool
        do { wasPaused = try await outbox.resume(door, by: call.colleague.name, now: call.now) } catch { throw Problem(of: error) }
        guard wasPaused else { throw .nothing("This account is not paused.") }
        return try await list()
    }
}

extension PauseResource {
    static let listing = RouteDescription(
        method: .get, path: root, id: "listPauses", summary: "Accounts whose replies wait until a person has mended something",
        tag: .deliveries, scope: .readDeliveries, parameters: [.known], answers: [shown("The paused accounts.", headers: ["ETag"]), .same])

    static let resuming = RouteDescription(
        method: .delete, path: item, id: "resumeAccount", summary: "Let the replies of a paused account leave again",
        details: "Once it is mended; those that wait are due at once.", tag: .deliveries, scope: .writeDeliveries,
        parameters: [.channelName, .accountName], answers: [shown("What is still paused.")])

    private static func shown(_ details: String, headers: [String] = []) -> RouteDescription.Answer {
        .init(
            status: 200, details: details,
            schema: Schema.object([
                "pauses": Schema.array(
                    Schema.object(["channel": Schema.string, "account": Schema.string, "cause": Schema.string]))
            ]), headers: headers)
    }
}
