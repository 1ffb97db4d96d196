/// What is on its way in and not yet on the disk.
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
}
