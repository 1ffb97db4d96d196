import Desk
import Synchronization

/// Figures that were counted this minute. A long period of a large desk takes a second to add up; who looks at it again, or
/// takes its tables away, is given what was counted.
final class FigureShelf: Sendable {
    private let store: any DeskStore
    private let kept = Mutex<[Key: DeskFigures]>([:])

    private struct Key: Hashable {
        let period: FigurePeriod
        let minute: Int
        /// Opening hours are the rulebook's.
        let rulebook: String
    }

    /// Periods kept at once; a period has a few hundred kilobytes at most.
    private static let most = 16

    init(store: any DeskStore) { self.store = store }

    /// - Parameter now: Kept is what was counted in its minute.
    func figures(of period: FigurePeriod, hours: OpeningHours, rulebook: String, at now: Instant) async throws(StoreFailure) -> DeskFigures
    {
        let key = Key(period: period, minute: now.seconds / 60, rulebook: rulebook)
        if let known = kept.withLock({ $0[key] }) { return known }
        let figures = try await store.figures(of: period, hours: hours)
        kept.withLock { kept in
            kept = kept.filter { $0.key.minute == key.minute }
            if kept.count >= Self.most { kept.removeAll() }
            kept[key] = figures
        }
        return figures
    }
}
