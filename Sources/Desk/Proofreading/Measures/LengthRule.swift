import IntentEngine

/// A reply fits its channel; the span is what is too much.
struct LengthRule: ProofRule {
    let id = "length"
    let languages = RuleLanguages.any

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        guard context.length != nil || context.platformLength != nil else { return [] }
        let whole = text.string(0..<text.scalars.count)
        let limits = [context.tightest(for: whole), context.platformLength, context.length].compactMap(\.self)
        guard let limit = limits.first(where: { !$0.allows(whole) }), !whole.isEmpty else { return [] }
        // The longest beginning that fits: a longer one never fits again.
        var ends = Array(whole.indices.dropFirst())
        ends.append(whole.endIndex)
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if limit.allows(whole[..<ends[middle]]) { low = middle + 1 } else { high = middle }
        }
        let fitting = low == 0 ? 0 : whole[..<ends[low - 1]].unicodeScalars.count
        let length = limit.unit.length(of: whole)
        return [
            text.finding(
                id, fitting..<text.scalars.count, "\(length) \(limit.unit.rawValue) of \(limit.most)",
                remedy: "a shorter text")
        ]
    }
}
