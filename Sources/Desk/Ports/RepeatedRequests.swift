/// Remembers what was answered to requests that may come again.
public protocol RepeatedRequests: Sendable {
    /// Notes that a request is being done, unless it was before. Of concurrent ones, one is new.
    ///
    /// What was begun `RepeatableRequest.patience` ago and never finished is new again; what was begun `keptSeconds` ago is
    /// forgotten.
    func begin(_ request: RepeatableRequest, at now: Instant) async throws(StoreFailure) -> RequestStanding

    /// Keeps the answer to a request that was begun.
    func finish(_ request: RepeatableRequest, with answer: KeptAnswer) async throws(StoreFailure)

    /// Forgets a request that came to nothing: it may be made again at once.
    func abandon(_ request: RepeatableRequest) async throws(StoreFailure)
}
