import Desk

/// How much waits for people, and since when.
struct QueueFigures {
    let waiting: [WaitingCount]
    let oldest: Instant?
    let now: Instant

    func write(to text: inout PrometheusText) {
        text.family("courtois_store_up", "gauge", "Whether the store could be read.")
        text.sample("courtois_store_up", [], 1)
        text.family("courtois_cases_waiting", "gauge", "Cases that wait for a person.")
        for count in waiting {
            text.sample(
                "courtois_cases_waiting", [("team", count.team.rawValue), ("priority", "P\(count.priority.rawValue)")], count.count)
        }
        text.family("courtois_queue_age_seconds", "gauge", "Since when the case waits that has waited longest.")
        text.sample("courtois_queue_age_seconds", [], oldest.map { max(0, now.seconds - $0.seconds) } ?? 0)
    }
}
