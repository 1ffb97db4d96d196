import Synchronization

/// How many bytes of large bodies are held at a time, over all connections: nobody knows who sends them before their signature
/// has been checked, and it can only be checked over the whole.
///
/// Each body has a share of its own that is never refused, and ordinary messages need no more; so whoever fills the budget
/// keeps nobody out but those who send much. Bytes are counted as they come, not as they are announced: announcing costs a
/// stranger nothing.
final class BodyBudget: Sendable {
    /// Bytes of each body that are not counted. What connections there may be times this is the most they hold together.
    static let share = 64 << 10

    private let bytes: Int
    private let held = Mutex(0)

    init(bytes: Int) { self.bytes = bytes }

    /// Bytes counted at this moment.
    var taken: Int { held.withLock { $0 } }

    fileprivate func take(_ count: Int) -> Bool {
        held.withLock { held in
            guard count <= bytes - held else { return false }
            held += count
            return true
        }
    }

    fileprivate func giveBack(_ count: Int) { held.withLock { $0 -= count } }

    /// What one body has of the budget, given back when this goes.
    struct Lease: ~Copyable {
        private let budget: BodyBudget
        private var length = 0
        private var counted = 0

        init(_ budget: BodyBudget) { self.budget = budget }

        /// Makes room for so many bytes more; false where there is none.
        mutating func grow(by count: Int) -> Bool {
            length += count
            let wanted = max(0, length - BodyBudget.share) - counted
            guard wanted > 0 else { return true }
            guard budget.take(wanted) else { return false }
            counted += wanted
            return true
        }

        deinit { if counted > 0 { budget.giveBack(counted) } }
    }
}
