public import Desk

/// What all doors of Meta's Graph have in common: how an address is made sure of, how calls are signed, and how they are made.
public protocol GraphAdapter: ChannelAdapter {
    /// The version of the interface it was written for, such as `v26.0`.
    static var version: String { get }
}

extension GraphAdapter {
    public var names: [String] { account.identities }
    public func handshake(_ request: InboundRequest) -> ChannelAnswer? { GraphSubscription.answer(request, account.verifyTokens) }

    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        let input = SignatureScheme.Input(headers: request.headers, body: request.body)
        return try SignatureScheme.meta.verify(input, secrets: account.secrets, now: now)
    }

    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome { GraphAnswer(answer).outcome }

    /// A call of the interface, in the version of the settings.
    func call(_ path: String, _ body: [UInt8], contentType: String = "application/json") throws(ReplyRefusal) -> OutgoingRequest {
        OutgoingRequest(url: url(path), headers: [OutgoingRequest.Header("content-type", contentType), try authorization()], body: body)
    }

    /// A question to the interface, in the version of the settings. The token is in a header: addresses end up in logs.
    func question(_ path: String) throws(ReplyRefusal) -> OutgoingRequest {
        OutgoingRequest(method: "GET", url: url(path), headers: [try authorization()], body: [], isIdempotent: true)
    }

    private func url(_ path: String) -> String {
        account.url("/\(account.apiVersion ?? Self.version)\(path)", default: "https://graph.facebook.com")
    }

    private func authorization() throws(ReplyRefusal) -> OutgoingRequest.Header {
        OutgoingRequest.Header("authorization", "Bearer \(try account.requiredToken())", isSecret: true)
    }
}
