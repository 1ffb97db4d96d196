import Desk

/// Two texts beside each other: the one a change was about, and the one that is there now.
struct ConflictBody {
    private(set) var rows: [(left: Strip, right: Strip)] = []
    /// Columns of each text.
    let columns: Int

    init(_ conflict: Conflict, _ screen: ReviewScreen) {
        columns = (screen.size.columns - 3) / 2
        let none = screen.wording.say("(aucun brouillon)", "(no draft)")
        let left = Wrapping().lines(of: conflict.change.yours ?? none, columns: columns).map(\.strip)
        let right = Wrapping().lines(of: conflict.change.theirs ?? none, columns: columns).map(\.strip)
        for row in 0..<max(left.count, right.count) {
            rows.append((row < left.count ? left[row] : Strip(), row < right.count ? right[row] : Strip()))
        }
    }
}
