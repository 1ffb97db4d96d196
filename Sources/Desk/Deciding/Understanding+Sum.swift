import IntentEngine

extension Understanding {
    /// The sum a signal tells of, in whole units of its currency: the largest within its evidence, else of the message; nil where
    /// none is named.
    func sum(of match: SignalMatch) -> Int? { largestAmount(in: match.evidence) ?? largestAmount() }

    private func largestAmount(in evidence: [Evidence]? = nil) -> Int? {
        let amounts = entities.lazy.filter { entity in
            entity.kind == .amount && evidence?.contains { $0.span.overlaps(entity.span) } ?? true
        }
        return amounts.compactMap { Int($0.value.prefix { $0 != "." }) }.max()
    }
}
