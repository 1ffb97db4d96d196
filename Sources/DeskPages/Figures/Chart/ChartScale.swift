/// A scale from zero to a round number, with few steps.
struct ChartScale: Sendable, Hashable {
    /// Ascending, the first is 0; the last is the top.
    let steps: [Int]
    var top: Int { steps[steps.count - 1] }

    /// The smallest round scale that holds `largest`: its step is 1, 2 or 5 times a power of ten.
    init(_ largest: Int) {
        let wanted = max(largest, 1)
        var power = 1
        while power * 5 * 4 < wanted { power *= 10 }
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 * 4 >= wanted } ?? wanted
        steps = (0...max(1, (wanted + step - 1) / step)).map { $0 * step }
    }

    /// Where a value stands, from 0 at the bottom to 1 at the top.
    func share(_ value: Int) -> Double { min(1, Double(value) / Double(top)) }
}
