package import Desk
import Synchronization

/// A transport that answers as a closure says, and counts what was written: for failures that no peer on loopback can be
/// made to show at a chosen moment.
package final class ScriptedTransport: Transport {
    package typealias Answer = @Sendable (OutgoingRequest) async -> Result<OutgoingAnswer, TransportFailure>

    private let answer: Answer
    private let written = Mutex<[String]>([])

    package init(_ answer: @escaping Answer) { self.answer = answer }

    /// Deliveries of which a byte was written, once for each time.
    package var deliveries: [String] { written.withLock { $0 } }

    package func send(_ request: OutgoingRequest) async throws(TransportFailure) -> OutgoingAnswer {
        let result = await answer(request)
        switch result {
        case .success, .failure(.interrupted): written.withLock { $0.append(String(decoding: request.body, as: UTF8.self)) }
        case .failure: break
        }
        return try result.get()
    }
}

/// A channel that sends the delivery's id and reads the status alone.
package struct PlainChannel: ReplyChannel {
    private let isIdempotent: Bool
    private let url: String

    package init(isIdempotent: Bool, url: String = "http://127.0.0.1:9/") {
        self.isIdempotent = isIdempotent
        self.url = url
    }

    package func plan(_ reply: OutgoingReply, now: Instant) -> ReplyPlan {
        .request(OutgoingRequest(url: url, headers: [], body: Array(reply.delivery.utf8), isIdempotent: isIdempotent))
    }

    package func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome {
        switch answer.status {
        case 200: .sent(externalIds: ["p"])
        case 401: .paused(cause: "401")
        case 429, 503: .retry(after: nil, cause: "\(answer.status)")
        case 400: .refused(code: "400", words: "no")
        default: isIdempotent ? .retry(after: nil, cause: "\(answer.status)") : .unknown(cause: "\(answer.status)")
        }
    }
}
