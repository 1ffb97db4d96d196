import Desk
import Hummingbird

/// Alarms that stand, over the queue: what rang, the cases it concerns, and for managers the way to end it.
struct AlarmStrip {
    let view: [[String: Any]]

    init(_ visit: Visit) async throws {
        let wording = visit.wording
        view = try await visit.parts.store.alarms().map { alarm -> [String: Any] in
            let cases = QueueAddress(scope: .everyone).with {
                ($0.team, $0.priority, $0.channel) = (.publicRelations, .p1, alarm.topic.door.channel)
            }
            return [
                "words": wording.alarm(alarm, now: visit.now), "cases": cases.text, "number": String(alarm.number),
                "mayEnd": visit.user?.role == .manager,
            ]
        }
    }

    /// Ends the alarm that the address names.
    static func end(_ visit: Visit) async throws -> Response {
        if let number = Int64(visit.parameter("alarm")) {
            try await visit.parts.store.endAlarm(number, by: visit.colleague.name, at: visit.now)
        }
        return .redirect(Address.with("/", Said(.alarmEnded).fields))
    }
}
