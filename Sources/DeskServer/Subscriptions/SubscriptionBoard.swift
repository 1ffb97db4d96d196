import Channels
import Desk
import Synchronization

/// What platforms last said of whether they call for the accounts of the settings.
public final class SubscriptionBoard: Sendable {
    private let entries = Mutex<[ChannelAccount: Entry]>([:])

    private struct Entry {
        /// What is to be said of it; nil while all is well.
        var warning: String?
        /// The last word of the platform, and when it was given; nil while there was none.
        var word: (isSubscribed: Bool, at: Instant)?
    }

    public init() {}

    /// Notes what came of all questions for one account.
    ///
    /// Where one was not answered, the platform's last word stands: no answer is no proof.
    func note(_ findings: [SubscriptionFinding], for account: ChannelAccount, at now: Instant) {
        let bad = findings.first { $0.state.needsPerson }
        let unknown = findings.first { $0.state == .unknown }
        entries.withLock { entries in
            var entry = entries[account] ?? Entry()
            entry.warning = (bad ?? unknown)?.words
            if bad != nil {
                entry.word = (false, now)
            } else if unknown == nil {
                entry.word = findings.contains { $0.state == .subscribed } ? (true, now) : nil
            }
            entries[account] = entry
        }
    }

    /// Accounts of which something is to be said, and what.
    var warnings: [(name: String, text: String)] {
        sorted.compactMap { account, entry in entry.warning.map { (name: "subscription \(account.channel)/\(account.account)", text: $0) } }
    }

    func write(to text: inout PrometheusText, now: Instant) {
        let known = sorted.compactMap { account, entry in
            entry.word.map { (labels: [("channel", account.channel), ("account", account.account)], word: $0) }
        }
        if known.isEmpty { return }
        text.family("courtois_subscription", "gauge", "Whether the platform calls for all that is wanted, by its last word.")
        for (labels, word) in known { text.sample("courtois_subscription", labels, word.isSubscribed ? 1 : 0) }
        text.family("courtois_subscription_age_seconds", "gauge", "Since when the platform has given no word.")
        for (labels, word) in known { text.sample("courtois_subscription_age_seconds", labels, max(0, now.seconds - word.at.seconds)) }
    }

    private var sorted: [(ChannelAccount, Entry)] {
        entries.withLock { entries in
            entries.sorted { ($0.key.channel, $0.key.account) < ($1.key.channel, $1.key.account) }.map { ($0.key, $0.value) }
        }
    }
}

extension SubscriptionFinding {
    fileprivate var words: String { remedy.isEmpty ? "\(state.rawValue): \(cause)" : "\(state.rawValue): \(cause) — \(remedy)" }
}
