import Desk

/// How much waits, since when, and what was decided and delivered since the server started.
struct FigureResource: Sendable {
    private let parts: ServerParts

    init(_ parts: ServerParts) { self.parts = parts }

    static let root = "/api/v1/figures"

    var endpoints: [Endpoint] { [Endpoint(Self.reading) { call throws(Problem) in try await read(call) }] }

    private func read(_ call: APICall) async throws(Problem) -> APIAnswer {
        let waiting: [WaitingCount]
        let oldest: Instant?
        do throws(StoreFailure) {
            (waiting, oldest) = (try await parts.desk.waiting(), try await parts.desk.oldestWait())
        } catch {
            throw Problem(error)
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("at", call.now)
            writer.member("rulebook", parts.shelf.hash)
            writer.member("oldest_wait", oldest)
            writer.member("queue_age_seconds", oldest.map { max(0, call.now.seconds - $0.seconds) } ?? 0)
            writer.name("waiting")
            writer.list(waiting) { writer, count in
                writer.object { writer in
                    writer.member("team", count.team.rawValue)
                    writer.member("priority", count.priority.rawValue)
                    writer.member("count", count.count)
                }
            }
            writer.name("decisions")
            writer.list(parts.figures.decisionCounts) { $0.write($1, "disposition", "team") }
            writer.name("deliveries")
            writer.list(parts.figures.deliveryCounts) { $0.write($1, "channel", "outcome") }
        }
        return APIAnswer(body: writer.output)
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ count: ServerFigures.Count, _ first: String, _ second: String) {
        object { writer in
            writer.member(first, count.first.isEmpty ? nil : count.first)
            writer.member(second, count.second)
            writer.member("count", count.count)
        }
    }
}
