public import Desk
import Synchronization

/// The rulebook in use, exchanged in one step. Who works with it keeps it to the end of the call at hand.
public final class RulebookShelf: Sendable {
    private let lanes: Mutex<DeskLanes>
    private let state: Mutex<(edition: RulebookEdition, findings: [String])>

    /// - Parameters:
    ///   - lanes: Messages decided at the same time.
    ///   - known: What conversations had before.
    public init(_ edition: RulebookEdition, lanes: Int, remembering known: RememberedTexts = RememberedTexts()) {
        self.lanes = Mutex(DeskLanes(edition, count: lanes, known))
        state = Mutex((edition, []))
    }

    /// The rules in use, with a desk of their own for whoever asks.
    public var edition: RulebookEdition { state.withLock { $0.edition } }

    public var hash: String { lanes.withLock { $0.hash } }

    /// Reads what colleagues write as the rules in use have it.
    var proofreader: ReplyProofreader { edition.proofreader }

    /// What keeps newer rules from being used: a line each, in the order of their places.
    var findings: [String] { state.withLock { $0.findings } }

    public func replace(with edition: RulebookEdition) {
        lanes.withLock { $0 = DeskLanes(edition, after: $0) }
        state.withLock { $0 = (edition, []) }
    }

    /// Notes why newer rules were not taken into use.
    func keep(inSpiteOf findings: RulebookFindings) { state.withLock { $0.findings = findings.lines } }

    var current: DeskLanes { lanes.withLock { $0 } }
}
