public import Desk

/// The approved reply as a signed webhook of Standard Webhooks 1.0.0, for software of the brand's own.
///
/// Its id is the delivery's, on every try, so that the receiver can tell a second try from a second reply: sending again
/// is safe.
public enum StandardCallback {
    /// `POST url` with `{"type": "reply.approved", "timestamp", "data": {…}}`, signed with `secret` (`whsec_…`) at `now`.
    ///
    /// The body is the same on every try; only timestamp and signature follow the clock.
    public static func request(
        _ reply: OutgoingReply, url: String, secret: Secret, now: Instant
    ) throws(ReplyRefusal) -> OutgoingRequest {
        guard Identifier.checked(reply.delivery) != nil, !reply.delivery.utf8.contains(UInt8(ascii: ".")) else { throw .notAddressable }
        let body = JSONValue.object([
            "type": .string("reply.approved"), "timestamp": .string(reply.approvedAt.rfc3339(in: .utc)),
            "data": .object([
                "delivery": .string(reply.delivery), "account": .string(reply.account), "conversation_id": .string(reply.conversation),
                "in_reply_to": .string(reply.inReplyTo), "text": .string(reply.text), "visibility": .string(reply.visibility.rawValue),
                "approved_by": .string(reply.approvedBy),
            ]),
        ]).bytes
        let timestamp = String(now.seconds)
        guard let signature = SignatureScheme.standard.sign(Array("\(reply.delivery).\(timestamp).".utf8) + body, secret: secret) else {
            throw .notConfigured("token")
        }
        return OutgoingRequest(
            url: url,
            headers: [
                OutgoingRequest.Header("content-type", "application/json"), OutgoingRequest.Header("webhook-id", reply.delivery),
                OutgoingRequest.Header("webhook-timestamp", timestamp),
                OutgoingRequest.Header("webhook-signature", signature, isSecret: true),
            ], body: body, isIdempotent: true)
    }

    /// Any 2xx is success; 410 says that nobody will ever listen there again; every other answer may change.
    public static func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome {
        switch answer.status {
        case 200..<300: .sent(externalIds: [])
        case 410: .paused(cause: "the receiver wants no more callbacks (410)")
        case 300..<400: .refused(code: String(answer.status), words: "the receiver redirects")
        case 401, 403: .paused(cause: "the receiver does not accept the signature (\(answer.status))")
        case 408, 425, 429, 500...: .retry(after: answer.retryAfter, cause: "HTTP \(answer.status)")
        default: .refused(code: String(answer.status), words: "the receiver refuses the reply")
        }
    }
}
