import Desk

/// What is on its way in and not yet on the disk, and what is on its way out and not yet there.
struct BacklogFigures {
    /// Calls that wait to be decided.
    let calls: Int
    /// Messages that wait for their commit.
    let messages: Int

    func write(to text: inout PrometheusText) {
        text.family("courtois_webhook_calls_waiting", "gauge", "Believed calls of platforms that wait to be decided.")
        text.sample("courtois_webhook_calls_waiting", [], calls)
        text.family("courtois_messages_uncommitted", "gauge", "Messages that are decided and wait for their commit.")
        text.sample("courtois_messages_uncommitted", [], messages)
    }

    /// Every state has its line, so that one that comes to be is seen to grow from nothing.
    static func write(_ outbox: [DeliveryState.Kind: Int], to text: inout PrometheusText) {
        text.family("courtois_outbox", "gauge", "Replies that are on their way, or that a person has to look at, by where they stand.")
        for kind in DeliveryState.Kind.allCases where kind.isOpen {
            text.sample("courtois_outbox", [("state", kind.rawValue)], outbox[kind] ?? 0)
        }
    }
}
