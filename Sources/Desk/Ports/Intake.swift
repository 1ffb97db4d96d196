/// Takes messages in.
public protocol Intake: Sendable {
    /// Stores each arrival with its case, its draft, its audit row and, where it leaves unreviewed, its delivery.
    ///
    /// Each arrival is one use case, whole or not at all; what could not be kept does not concern its neighbours. When this
    /// returns, what is `.success` is durable. Arrivals of one conversation are taken in the order given. A message that was
    /// here before, by channel, account and external id, gives the decision that was made then and changes nothing.
    ///
    /// - Returns: One result for each arrival, in their order.
    func receive(_ arrivals: [Arrival]) async -> [Result<Reception, StoreFailure>]
}

extension Intake {
    /// Stores one arrival.
    public func receive(_ arrival: Arrival) async throws(StoreFailure) -> Reception {
        guard let result = await receive([arrival]).first else { preconditionFailure("one arrival has one result") }
        return try result.get()
    }
}
