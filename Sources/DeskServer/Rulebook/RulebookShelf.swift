public import Desk
import Synchronization

/// The rulebook in use, exchanged in one step. Who works with it keeps it to the end of the call at hand.
public final class RulebookShelf: Sendable {
    private let lanes: Mutex<DeskLanes>

    /// - Parameters:
    ///   - lanes: Messages decided at the same time.
    ///   - known: What conversations had before.
    public init(_ edition: RulebookEdition, lanes: Int, remembering known: RememberedTexts = RememberedTexts()) {
        self.lanes = Mutex(DeskLanes(edition, count: lanes, known))
    }

    public var hash: String { lanes.withLock { $0.hash } }

    public func replace(with edition: RulebookEdition) { lanes.withLock { $0 = DeskLanes(edition, after: $0) } }

    var current: DeskLanes { lanes.withLock { $0 } }
}
