public import Desk
import Synchronization

/// Counts of what the server did. Every label is one of a few fixed names.
public final class ServerFigures: Sendable {
    private let state = Mutex(State())

    private struct State {
        var requests: [Request: Int] = [:]
        var durations: [String: Durations] = [:]
        var calls: [Pair: Int] = [:]
        var decisions: [Pair: Int] = [:]
        var deliveries: [Pair: Int] = [:]
        var reloads = (done: 0, kept: 0)
        var uncommitted = 0
    }

    private struct Request: Hashable {
        let route: String
        let method: String
        let status: Int
    }

    private struct Pair: Hashable, Comparable {
        let first: String
        let second: String

        static func < (left: Pair, right: Pair) -> Bool { (left.first, left.second) < (right.first, right.second) }
    }

    private struct Durations {
        var buckets = [Int](repeating: 0, count: ServerFigures.bounds.count)
        var milliseconds = 0
        var count = 0

        mutating func add(_ milliseconds: Int) {
            for (index, bound) in ServerFigures.bounds.enumerated() where milliseconds <= bound { buckets[index] += 1 }
            self.milliseconds += milliseconds
            count += 1
        }
    }

    /// Upper ends of the buckets of durations, in milliseconds.
    private static let bounds = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000]

    public init() {}

    func request(route: String, method: String, status: Int, milliseconds: Int) {
        state.withLock { state in
            state.requests[Request(route: route, method: method, status: status), default: 0] += 1
            state.durations[route, default: Durations()].add(milliseconds)
        }
    }

    func call(channel: String, outcome: String) { state.withLock { $0.calls[Pair(first: channel, second: outcome), default: 0] += 1 } }

    func decision(_ disposition: Disposition, _ team: Team) {
        state.withLock { $0.decisions[Pair(first: disposition.rawValue, second: team.rawValue), default: 0] += 1 }
    }

    func reload(succeeded: Bool) {
        state.withLock { if succeeded { $0.reloads.done += 1 } else { $0.reloads.kept += 1 } }
    }

    /// So many messages more are decided and wait for their commit; fewer, where `count` is negative.
    func wait(forCommitOf count: Int) { state.withLock { $0.uncommitted += count } }

    /// Messages that wait for their commit, at this moment.
    var uncommitted: Int { state.withLock { $0.uncommitted } }

    /// What a courier did.
    public func courier(_ event: CourierEvent) {
        let pair: Pair
        switch event {
        case .settled(_, let channel, let label): pair = Pair(first: channel, second: label)
        case .cancelled: pair = Pair(first: "", second: "cancelled")
        case .released: pair = Pair(first: "", second: "released")
        case .lost: pair = Pair(first: "", second: "lost")
        case .storeFailed: pair = Pair(first: "", second: "store_failed")
        }
        state.withLock { $0.deliveries[pair, default: 0] += 1 }
    }

    /// How often two names came together.
    struct Count: Sendable, Hashable {
        let first: String
        let second: String
        let count: Int
    }

    /// Decisions by disposition and team.
    var decisionCounts: [Count] { counts(state.withLock { $0.decisions }) }

    /// Tries to deliver by channel and outcome.
    var deliveryCounts: [Count] { counts(state.withLock { $0.deliveries }) }

    private func counts(_ counts: [Pair: Int]) -> [Count] {
        counts.sorted { $0.key < $1.key }.map { Count(first: $0.key.first, second: $0.key.second, count: $0.value) }
    }

    var text: PrometheusText {
        let state = state.withLock { $0 }
        var text = PrometheusText()
        text.family("courtois_http_requests_total", "counter", "Requests answered.")
        for (request, count) in state.requests.sorted(by: {
            ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
        }) {
            text.sample(
                "courtois_http_requests_total",
                [("route", request.route), ("method", request.method), ("status", String(request.status))], count)
        }
        text.family("courtois_http_request_seconds", "histogram", "Time to answer.")
        for (route, durations) in state.durations.sorted(by: { $0.key < $1.key }) { write(durations, route, to: &text) }
        write(state.calls, "courtois_webhook_calls_total", "Calls of platforms.", ("channel", "outcome"), to: &text)
        write(state.decisions, "courtois_decisions_total", "Messages decided and kept.", ("disposition", "team"), to: &text)
        write(state.deliveries, "courtois_deliveries_total", "Tries to deliver a reply.", ("channel", "outcome"), to: &text)
        text.family("courtois_rulebook_reloads_total", "counter", "Changed rulebooks: taken into use, or refused for their findings.")
        text.sample("courtois_rulebook_reloads_total", [("result", "used")], state.reloads.done)
        text.sample("courtois_rulebook_reloads_total", [("result", "refused")], state.reloads.kept)
        return text
    }

    private func write(_ durations: Durations, _ route: String, to text: inout PrometheusText) {
        let name = "courtois_http_request_seconds"
        for (bound, count) in zip(Self.bounds, durations.buckets) {
            text.sample(name + "_bucket", [("route", route), ("le", PrometheusText.seconds(bound))], count)
        }
        text.sample(name + "_bucket", [("route", route), ("le", "+Inf")], durations.count)
        text.sample(name + "_sum", [("route", route)], PrometheusText.seconds(durations.milliseconds))
        text.sample(name + "_count", [("route", route)], durations.count)
    }

    private func write(
        _ counts: [Pair: Int], _ name: String, _ help: String, _ labels: (String, String), to text: inout PrometheusText
    ) {
        text.family(name, "counter", help)
        for (pair, count) in counts.sorted(by: { $0.key < $1.key }) {
            let given = [(labels.0, pair.first), (labels.1, pair.second)].filter { !$0.1.isEmpty }
            text.sample(name, given, count)
        }
    }
}
