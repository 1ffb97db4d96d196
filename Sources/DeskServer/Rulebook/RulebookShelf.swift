import Synchronization

/// The rulebook in use, exchanged in one step. Who works with it keeps it to the end of the call at hand.
public final class RulebookShelf: Sendable {
    private let lanes: Mutex<DeskLanes>
    private let inUse: Mutex<RulebookEdition>

    /// - Parameter lanes: Messages decided at the same time.
    public init(_ edition: RulebookEdition, lanes: Int) {
        self.lanes = Mutex(DeskLanes(edition, count: lanes))
        inUse = Mutex(edition)
    }

    /// The rules in use, with a desk of their own for whoever asks.
    public var edition: RulebookEdition { inUse.withLock { $0 } }

    public var hash: String { lanes.withLock { $0.hash } }

    public func replace(with edition: RulebookEdition) {
        lanes.withLock { $0 = DeskLanes(edition, after: $0) }
        inUse.withLock { $0 = edition }
    }

    var current: DeskLanes { lanes.withLock { $0 } }
}
