import Channels
import Desk
import HTTPTypes

/// What is stopped from leaving in a crisis: of the whole desk, or of an account.
struct FreezeResource: Sendable {
    private let store: any Freezing & Watching
    private let directory: ChannelDirectory

    init(_ parts: ServerParts) {
        store = parts.desk
        directory = parts.directory
    }

    static let root = "/api/v1/freezes"
    static let desk = root + "/desk"
    static let account = root + "/accounts/{channel}/{account}"
    static let mostReason = 4096

    var endpoints: [Endpoint] {
        [
            Endpoint(Self.listing) { _ throws(Problem) in try await AlarmResource.answer(store) },
            Endpoint(Self.freezingDesk) { call throws(Problem) in try await freeze([nil], call) },
            Endpoint(Self.thawingDesk) { call throws(Problem) in try await thaw([nil], call) },
            Endpoint(Self.freezingAccount) { call throws(Problem) in try await freeze(try doors(call), call) },
            Endpoint(Self.thawingAccount) { call throws(Problem) in
                // Also what was frozen under a name that the settings do not have, or no longer.
                try await thaw(((try? doors(call)) ?? []) + [try named(call)], call)
            },
        ]
    }

    private func named(_ call: APICall) throws(Problem) -> ChannelAccount {
        let (channel, account) = (try call.text("channel"), try call.text("account"))
        guard channel.unicodeScalars.count <= MessageBounds.channel, account.unicodeScalars.count <= MessageBounds.account,
            !(channel + account).unicodeScalars.contains("\0")
        else { throw .nothing("No account has such a name.") }
        return ChannelAccount(channel: channel, account: account)
    }

    /// Where the replies of the account in the path leave. A name that was mistyped would stop nothing.
    private func doors(_ call: APICall) throws(Problem) -> [ChannelAccount?] {
        switch directory.doors(of: try named(call)) {
        case .known(let doors): return doors
        case .unnamed:
            throw .nothing("The account lists no ids under “identities”: name the channel and the id, as deliveries do, or the desk.")
        case .unknown: throw .nothing("The settings have no such account.")
        }
    }

    private func freeze(_ doors: [ChannelAccount?], _ call: APICall) async throws(Problem) -> APIAnswer {
        try call.require(.reviewer)
        var body = try BodyReader(call.body)
        let reason = body.text("reason", most: Self.mostReason)
        let reach = body.optionalChoice("stops", Freeze.Reach.self) ?? .everything
        try body.end()
        var isNew = false
        for door in doors {
            let freeze = Freeze(by: call.colleague.name, at: call.now, reason: reason, door: door, reach: reach)
            do throws(StoreFailure) {
                if try await store.freeze(freeze) { isNew = true }
            } catch {
                throw Problem(error)
            }
        }
        var answer = Self.answer(try await frozen().filter { doors.contains($0.door) })
        answer.status = isNew ? .created : .ok
        return answer
    }

    private func thaw(_ doors: [ChannelAccount?], _ call: APICall) async throws(Problem) -> APIAnswer {
        try call.require(.reviewer)
        var wasFrozen = false
        for door in doors {
            do throws(StoreFailure) {
                if try await store.thaw(door, by: call.colleague.name, at: call.now) { wasFrozen = true }
            } catch {
                throw Problem(error)
            }
        }
        guard wasFrozen else { throw .nothing("This is not frozen.") }
        return Self.answer(try await frozen())
    }

    private func frozen() async throws(Problem) -> [Freeze] {
        do throws(StoreFailure) { return try await store.freezes() } catch { throw Problem(error) }
    }

    private static func answer(_ freezes: [Freeze]) -> APIAnswer {
        var writer = JSONWriter()
        writer.object { writer in
            writer.name("freezes")
            writer.list(freezes) { $0.write($1) }
        }
        return APIAnswer(body: writer.output)
    }
}
