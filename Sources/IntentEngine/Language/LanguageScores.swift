/// One small score for each language the identifier knows, in a fixed order.
struct LanguageScores {
    /// The languages a score speaks for. Only French and English have rules; the others are recognised to be sent on.
    enum Lane: Int, CaseIterable {
        case french, english, spanish, german, italian, portuguese, dutch
    }

    var lanes = SIMD8<Int16>()

    /// The language with the highest score, the first of equal ones, and its lead over the next.
    var leader: (lane: Lane, lead: Int16) {
        var best = Lane.french
        var second = Int16.min
        for lane in Lane.allCases.dropFirst() {
            if self[lane] > self[best] {
                second = self[best]
                best = lane
            } else {
                second = max(second, self[lane])
            }
        }
        return (best, self[best] - second)
    }

    subscript(lane: Lane) -> Int16 {
        get { lanes[lane.rawValue] }
        set { lanes[lane.rawValue] = newValue }
    }

    /// What no score goes beyond, however long the message: far from both ends of its type.
    private static let most: Int16 = 16_000

    /// Adds scores, each far below `most`.
    @inline(__always)
    mutating func add(_ more: SIMD8<Int16>) { lanes = pointwiseMin(lanes &+ more, SIMD8(repeating: Self.most)) }

    mutating func add(_ more: Int16, to lane: Lane) { self[lane] = min(self[lane] &+ more, Self.most) }
}
