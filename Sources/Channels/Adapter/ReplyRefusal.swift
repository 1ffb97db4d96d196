public import Desk

/// Why a reply must not leave. Holds nothing of it.
public enum ReplyRefusal: Error, Sendable, Hashable {
    /// The platform takes replies only for a while after the customer wrote.
    case windowClosed(at: Instant)
    case tooLong(length: Int, most: Int, unit: LengthUnit)
    case tooShort(length: Int, least: Int)
    case empty
    /// Conversation or message are none that this adapter could have named.
    case notAddressable
    /// The channel cannot answer in that visibility.
    case wrongVisibility
    /// A rule of the platform on what a text may hold.
    case breaksRule(Rule)
    /// A setting is missing; its name.
    case notConfigured(String)

    public enum Rule: String, Sendable, Hashable, CaseIterable {
        case tooManyHashtags = "too_many_hashtags"
        case tooManyLinks = "too_many_links"
        case allCapitals = "all_capitals"
    }

    /// A name for logs and figures.
    public var label: String {
        switch self {
        case .windowClosed: "window_closed"
        case .tooLong: "too_long"
        case .tooShort: "too_short"
        case .empty: "empty"
        case .notAddressable: "not_addressable"
        case .wrongVisibility: "wrong_visibility"
        case .breaksRule(let rule): rule.rawValue
        case .notConfigured: "not_configured"
        }
    }

    /// What a person is told: sizes and rules, and nothing of the reply.
    public var words: String {
        switch self {
        case .windowClosed: "the platform takes no reply any more: its window is closed"
        case .tooLong(let length, let most, let unit): "the reply has \(length) \(unit.rawValue), the platform takes \(most)"
        case .tooShort(let length, let least): "the reply has \(length) characters, the platform wants \(least)"
        case .empty: "the reply is empty"
        case .notAddressable: "the message it answers has no address on this channel"
        case .wrongVisibility: "the channel has no reply of that visibility"
        case .breaksRule(.tooManyHashtags): "the platform takes four hashtags"
        case .breaksRule(.tooManyLinks): "the platform takes one link"
        case .breaksRule(.allCapitals): "the platform takes nothing all in capitals"
        case .notConfigured(let setting): "the account has no “\(setting)” in the settings"
        }
    }
}
