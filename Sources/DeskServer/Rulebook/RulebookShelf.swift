public import Desk
import Synchronization

/// The rulebook in use, exchanged in one step. Who works with it keeps it to the end of the call at hand.
public final class RulebookShelf: Sendable {
    private let desk: Mutex<SharedDesk>
    private let state: Mutex<(edition: RulebookEdition, findings: [String])>

    /// - Parameter known: What conversations had before.
    public init(_ edition: RulebookEdition, remembering known: RememberedTexts = RememberedTexts()) {
        desk = Mutex(SharedDesk(edition, known))
        state = Mutex((edition, []))
    }

    /// The rules in use, with a desk of their own for whoever asks.
    public var edition: RulebookEdition { state.withLock { $0.edition } }

    public var hash: String { desk.withLock { $0.hash } }

    /// Reads what colleagues write as the rules in use have it.
    var proofreader: ReplyProofreader { edition.proofreader }

    /// What keeps newer rules from being used: a line each, in the order of their places.
    var findings: [String] { state.withLock { $0.findings } }

    public func replace(with edition: RulebookEdition) {
        desk.withLock { $0 = SharedDesk(edition, after: $0) }
        state.withLock { $0 = (edition, []) }
    }

    /// Notes why newer rules were not taken into use.
    func keep(inSpiteOf findings: RulebookFindings) { state.withLock { $0.findings = findings.lines } }

    var current: SharedDesk { desk.withLock { $0 } }
}
