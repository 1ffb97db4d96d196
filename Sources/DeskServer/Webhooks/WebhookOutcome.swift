import Channels
import Desk

/// What became of a platform's call: one value for the answer, the log and the figures.
enum WebhookOutcome: Sendable {
    /// Kept, or here before; the platform's acknowledgement.
    case kept(ChannelAnswer, Tally)
    case replayed(ChannelAnswer)
    case handshake(ChannelAnswer)
    /// Not believed. Answered with one text, whatever the reason.
    case rejected(SignatureRejection)
    case unreadable(ParseFailure)
    case tooLarge
    case wrongType
    /// Too much is being taken in already.
    case noRoom
    /// The account has had its share; milliseconds until the next.
    case limited(Int)
    case notStored(StoreFailure)
    case noSuchDoor
    /// A request that asks for nothing there is here.
    case noHandshake

    /// What a call brought.
    struct Tally: Sendable, Hashable {
        var stored = 0
        var duplicates = 0
        /// What no store will ever take; its neighbours are kept.
        var unfit = 0
        var notices = 0
        /// Messages without an id that can be kept.
        var unnamed = 0
    }

    /// Bounded, for figures and the log.
    var label: String {
        switch self {
        case .kept: "kept"
        case .replayed: "replayed"
        case .handshake(let answer): answer.status == 200 ? "handshake" : "handshake_refused"
        case .rejected(let rejection): "signature_" + rejection.rawValue
        case .unreadable(let failure): failure.label
        case .tooLarge: ParseFailure.tooLarge.label
        case .wrongType: ParseFailure.unexpectedMediaType.label
        case .noRoom: "no_room"
        case .limited: "limited"
        case .notStored(let failure): "store_" + failure.label
        case .noSuchDoor: "no_such_door"
        case .noHandshake: "no_handshake"
        }
    }
}
