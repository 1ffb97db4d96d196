import Desk

/// A change that came too late: the text it was about, and the one that is there now.
struct Conflict: Hashable, Sendable {
    let number: Int64
    let change: ReviewRefusal.StaleChange
    /// Whether the colleague's own text would be lost.
    let isEdit: Bool
    var top = 0
}
