import Desk
import HTTPTypes

/// Alarms that stand. They are listed beside what is frozen, and ended here.
struct AlarmResource: Sendable {
    private let store: any Watching & Freezing

    init(_ parts: ServerParts) { store = parts.desk }

    var endpoints: [Endpoint] {
        [
            Endpoint(Self.ending) { call throws(Problem) in
                try call.require(.reviewer)
                let number = try call.number("alarm")
                var isEnded = false
                do throws(StoreFailure) {
                    isEnded = try await store.endAlarm(number, by: call.colleague.name, at: call.now)
                } catch {
                    throw Problem(error)
                }
                guard isEnded else { throw .nothing("No alarm of this number stands.") }
                return try await Self.answer(store)
            }
        ]
    }

    /// What is frozen, and the alarms that stand.
    static func answer(_ store: any Watching & Freezing) async throws(Problem) -> APIAnswer {
        var writer = JSONWriter()
        do throws(StoreFailure) {
            let (freezes, alarms) = (try await store.freezes(), try await store.alarms())
            writer.object { writer in
                writer.name("freezes")
                writer.list(freezes) { $0.write($1) }
                writer.name("alarms")
                writer.list(alarms) { $0.write($1) }
            }
        } catch {
            throw Problem(error)
        }
        return APIAnswer(body: writer.output)
    }

    static let ending = RouteDescription(
        method: .delete, path: "/api/v1/alarms/{alarm}", id: "endAlarm", summary: "End an alarm",
        details: "Messages are decided as ever from here on. The freeze of its account stays until that is thawed, which ends its alarms "
            + "too.", tag: .freezes, scope: .writeFreezes,
        parameters: [.init(name: "alarm", place: .path, schema: Schema.integer(from: 1), details: "The alarm's number.")],
        answers: [.init(status: 200, details: "What is frozen, and the alarms that still stand.", schema: standing)], problems: [.notFound])

    static let standing = Schema.object([
        "freezes": Schema.array(Schema.reference("Freeze")), "alarms": Schema.array(Schema.reference("Alarm")),
    ])
}
