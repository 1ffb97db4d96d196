import Channels
import Desk

/// A call that is believed and read, and waits to be kept.
struct ReadCall: Sendable {
    let door: ChannelAccount
    /// What no second call may bring again; nil where the platform has nothing of the kind.
    let onceKey: String?
    let events: [InboundEvent]
    let at: Instant
    /// What the platform is answered once the call is kept.
    let acknowledgement: ChannelAnswer
}
