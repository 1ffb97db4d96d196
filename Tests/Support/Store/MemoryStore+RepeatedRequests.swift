package import Desk
internal import Synchronization

extension MemoryStore: RepeatedRequests {
    package func begin(_ request: RepeatableRequest, at now: Instant) async -> RequestStanding {
        state.withLock { state in
            if let known = state.requests[request.key], known.begunAt + RepeatableRequest.keptSeconds > now {
                guard known.fingerprint == request.fingerprint else { return .another }
                if let answer = known.answer { return .answered(answer) }
                if known.begunAt + RepeatableRequest.patience > now { return .underWay }
            }
            state.requests[request.key] = Repeated(fingerprint: request.fingerprint, begunAt: now)
            return .new
        }
    }

    package func finish(_ request: RepeatableRequest, with answer: KeptAnswer) async {
        state.withLock { $0.requests[request.key]?.answer = answer }
    }

    package func abandon(_ request: RepeatableRequest) async { state.withLock { $0.requests[request.key] = nil } }
}
