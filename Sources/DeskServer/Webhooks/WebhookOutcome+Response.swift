import Channels
import HTTPTypes
import Hummingbird

extension WebhookOutcome {
    /// What the platform is answered. 5xx is kept for what it shall send again; no answer tells more than it needs.
    var response: Response {
        switch self {
        case .kept(let answer, _), .replayed(let answer), .handshake(let answer): Response(answer)
        case .rejected(.misconfigured): .text(.serviceUnavailable, "not ready", headers: [.retryAfter: "60"])
        case .rejected: .text(.unauthorized, "not believed")
        case .unreadable(.tooLarge), .tooLarge: .text(.contentTooLarge, "too large")
        case .unreadable(.unexpectedMediaType), .wrongType: .text(.unsupportedMediaType, "unsupported media type")
        case .unreadable: .text(.badRequest, "not readable")
        case .noRoom: .text(.serviceUnavailable, "no room", headers: [.retryAfter: "5"])
        case .limited(let milliseconds): .text(.tooManyRequests, "later", headers: [.retryAfter: String((milliseconds + 999) / 1000)])
        case .notStored: .text(.serviceUnavailable, "not stored", headers: [.retryAfter: "10"])
        case .noSuchDoor: .text(.notFound, "not found")
        case .noHandshake: .text(.methodNotAllowed, "method not allowed", headers: [.allow: "POST"])
        }
    }
}

extension Response {
    fileprivate init(_ answer: ChannelAnswer) {
        let body = answer.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
        var headers: HTTPFields = [.contentLength: String(answer.body.count)]
        if !answer.body.isEmpty { headers[.contentType] = answer.contentType }
        self.init(status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
    }
}
