import Desk

/// What the store tells: how much waits for people and since when, what is frozen and what alarms stand, and what is on its way out.
struct StoreFigures {
    private let waiting: [WaitingCount]
    private let oldest: Instant?
    private let freezes: [Freeze]
    private let alarms: Int
    private let outbox: [DeliveryState.Kind: Int]
    private let now: Instant

    /// Reads all of it; nothing where the store fails at any of it.
    init(_ parts: ServerParts) async throws {
        waiting = try await parts.store.waiting()
        oldest = try await parts.store.oldestWait()
        freezes = try await parts.desk.freezes()
        alarms = try await parts.desk.alarms().count
        outbox = try await parts.desk.depth()
        now = parts.clock.now()
    }

    func write(to text: inout PrometheusText) {
        text.family("courtois_cases_waiting", "gauge", "Cases that wait for a person.")
        for count in waiting {
            text.sample(
                "courtois_cases_waiting", [("team", count.team.rawValue), ("priority", "P\(count.priority.rawValue)")], count.count)
        }
        text.family("courtois_queue_age_seconds", "gauge", "Since when the case waits that has waited longest.")
        text.sample("courtois_queue_age_seconds", [], oldest.map { max(0, now.seconds - $0.seconds) } ?? 0)
        // Replies that do not leave because somebody wants it so are no failure, and must not be forgotten either.
        text.family("courtois_freezes", "gauge", "Freezes that have not ended.")
        text.sample("courtois_freezes", [("scope", "desk")], freezes.count { $0.door == nil })
        text.sample("courtois_freezes", [("scope", "account")], freezes.count { $0.door != nil })
        text.family("courtois_alarms_standing", "gauge", "Alarms that rang for dissatisfied customers and have not ended.")
        text.sample("courtois_alarms_standing", [], alarms)
        // Every state has its line, so that one that comes to be is seen to grow from nothing.
        text.family("courtois_outbox", "gauge", "Replies that are on their way, or that a person has to look at, by where they stand.")
        for kind in DeliveryState.Kind.allCases where kind.isOpen {
            text.sample("courtois_outbox", [("state", kind.rawValue)], outbox[kind] ?? 0)
        }
    }
}
