/// Optimal string alignment distance: insertions, deletions, substitutions, and swaps of neighbours.
enum EditDistance {
    /// The distance between two words, or nil when it is above `limit`.
    static func distance(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
        if abs(left.count - right.count) > limit || left.count > longest || right.count > longest { return nil }
        // What both start and end with takes no edit.
        let shorter = min(left.count, right.count)
        var start = 0
        while start < shorter, left[start] == right[start] { start += 1 }
        var end = 0
        while end < shorter - start, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
        let left = UnsafeBufferPointer(rebasing: left[start..<left.count - end])
        let right = UnsafeBufferPointer(rebasing: right[start..<right.count - end])
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * (longest + 1)) { rows in
            var older = 0
            var old = longest + 1
            var row = 2 * (longest + 1)
            for column in 0...right.count { rows[old + column] = column }
            for at in 1...left.count {
                rows[row] = at
                var best = at
                for column in 1...right.count {
                    let other = right[column - 1]
                    let same = left[at - 1] == other
                    var cost = min(rows[old + column] + 1, rows[row + column - 1] + 1, rows[old + column - 1] + (same ? 0 : 1))
                    if at > 1, column > 1, left[at - 1] == right[column - 2], left[at - 2] == other {
                        cost = min(cost, rows[older + column - 2] + 1)
                    }
                    rows[row + column] = cost
                    best = min(best, cost)
                }
                if best > limit { return nil }
                (older, old, row) = (old, row, older)
            }
            let distance = rows[old + right.count]
            return distance <= limit ? distance : nil
        }
    }

    private static let longest = 32
}
