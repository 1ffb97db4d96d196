import Testing

@testable import IntentEngine

@Suite("Distance of two words")
struct EditDistanceTests {
    /// Every word of up to four letters out of three.
    private static let words: [[UInt8]] = {
        var words: [[UInt8]] = [[]]
        var longest = words
        for _ in 0..<4 {
            longest = longest.flatMap { word in "abc".utf8.map { word + [$0] } }
            words += longest
        }
        return words
    }()

    /// By the definition, over the whole of both words.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var rows = [[Int]](repeating: Array(0...right.count), count: left.count + 1)
        for at in 0...left.count { rows[at][0] = at }
        for at in left.indices {
            for column in right.indices {
                var cost = min(rows[at][column + 1], rows[at + 1][column]) + 1
                cost = min(cost, rows[at][column] + (left[at] == right[column] ? 0 : 1))
                if at > 0, column > 0, left[at] == right[column - 1], left[at - 1] == right[column] {
                    cost = min(cost, rows[at - 1][column - 1] + 1)
                }
                rows[at + 1][column + 1] = cost
            }
        }
        return rows[left.count][right.count]
    }

    @Test("it is that of the definition, or none when it is above the limit")
    func exhaustive() {
        for left in Self.words {
            for right in Self.words {
                let expected = Self.distance(left, right)
                for limit in 0...2 {
                    let found = left.withUnsafeBufferPointer { left in
                        right.withUnsafeBufferPointer { EditDistance.distance(left, $0, limit: limit) }
                    }
                    if found != (expected <= limit ? expected : nil) { Issue.record("\(left) \(right) \(limit)") }
                }
            }
        }
    }
}
