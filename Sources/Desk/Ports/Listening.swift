/// Takes in what platforms say when they call.
public protocol Listening: Sendable {
    /// Keeps everything a call brings in one transaction, durable when this returns.
    ///
    /// A call whose `onceKey` was heard before at its door changes nothing. Each arrival is taken as by `Intake.receive`;
    /// one that is unfit does not concern the others. A colleague's answer elsewhere answers what was asked before it, and no
    /// newer question; one whose id a reply of ours was given, or that is seen while one of ours leaves for the same case, is ours. The echo of a reply of ours makes sure of a delivery that was not known to have arrived.
    func hear(_ call: PlatformCall) async throws(StoreFailure) -> CallReception

    /// Keeps what several calls bring, in their order, as if each were heard after the one before it; what could not be kept of
    /// one does not concern the others. They may share a transaction; what is `.success` is durable when this returns.
    ///
    /// - Returns: One result for each call, in their order.
    func hear(_ calls: [PlatformCall]) async -> [Result<CallReception, StoreFailure>]

    /// Writes and commits, as the next message will have to.
    func probe(at now: Instant) async throws(StoreFailure)

    /// Since when the case waits that has waited longest; nil where none does.
    func oldestWait() async throws(StoreFailure) -> Instant?
}

extension Listening {
    /// Hears one call after the other.
    public func hear(_ calls: [PlatformCall]) async -> [Result<CallReception, StoreFailure>] {
        var results: [Result<CallReception, StoreFailure>] = []
        for call in calls {
            do throws(StoreFailure) { results.append(.success(try await hear(call))) } catch { results.append(.failure(error)) }
        }
        return results
    }
}
