/// What a signal weighs from a sum on, in whole units of its currency.
public struct AmountStep: Sendable, Hashable {
    public let least: Int
    public let weight: Int

    public init(least: Int, weight: Int) {
        self.least = least
        self.weight = weight
    }
}

extension SignalPolicy {
    /// What it weighs where the message names `sum`; its own weight where it names none.
    func weight(at sum: Int?) -> Int {
        guard let sum else { return weight }
        return amountSteps.last { $0.least <= sum }?.weight ?? weight
    }
}
