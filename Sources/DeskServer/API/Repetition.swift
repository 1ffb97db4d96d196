import Cryptography
import Desk
import HTTPTypes
import Hummingbird

/// Does a request once, however often it comes under one `Idempotency-Key`.
struct Repetition: Sendable {
    private let requests: any RepeatedRequests
    private let makeName: @Sendable () -> String

    init(_ parts: ServerParts) {
        requests = parts.desk
        makeName = parts.makeName
    }

    static let header = HTTPField.Name("idempotency-key")
    static let replayed = HTTPField.Name("idempotent-replayed")
    private static let longest = 255

    /// - Parameter body: Does it; given a name for what is new, which is the same under the same key, so that even a request
    ///   whose answer was lost with the process is not kept twice.
    func answer(
        _ request: Request, _ bytes: [UInt8], _ token: AccessToken, at now: Instant,
        _ body: (String) async throws(Problem) -> APIAnswer
    ) async throws(Problem) -> APIAnswer {
        guard let key = try key(of: request.headers) else { return try await body(makeName()) }
        let digest = Digest.sha256(Array("\(token.selector):\(key)".utf8))
        let asked = RepeatableRequest(key: digest, fingerprint: fingerprint(request, bytes))
        switch try await standing(of: asked, at: now) {
        case .answered(let answer): return Self.repeated(answer)
        case .underWay:
            throw Problem(.requestUnderWay, "The request of this key is being done at this moment.", headers: [.retryAfter: "1"])
        case .another: throw Problem(.keyReused, "The key was given to a request with another address, version or body.")
        case .new: break
        }
        do throws(Problem) {
            let answer = try await body("once-" + Hexadecimal.text(digest.prefix(16)))
            await keep(answer, to: asked)
            return answer
        } catch {
            if error.isLasting { await keep(error.answer, to: asked) } else { try? await requests.abandon(asked) }
            throw error
        }
    }

    /// The key, in quotes as the draft standard has it, or bare as most clients send it.
    private func key(of headers: HTTPFields) throws(Problem) -> String? {
        guard let name = Self.header, var key = headers[name] else { return nil }
        if key.count >= 2, key.hasPrefix("\""), key.hasSuffix("\"") { key = String(key.dropFirst().dropLast()) }
        guard (1...Self.longest).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .parameter("Idempotency-Key", "must have 1 to \(Self.longest) visible ASCII characters")
        }
        return key
    }

    private func fingerprint(_ request: Request, _ bytes: [UInt8]) -> [UInt8] {
        let head = [request.method.rawValue, request.uri.string, request.headers[.ifMatch] ?? ""].joined(separator: "\n") + "\n"
        return Digest.sha256(Array(head.utf8) + bytes)
    }

    private func standing(of request: RepeatableRequest, at now: Instant) async throws(Problem) -> RequestStanding {
        do throws(StoreFailure) { return try await requests.begin(request, at: now) } catch { throw Problem(error) }
    }

    /// What was done is done, also when its answer cannot be kept.
    private func keep(_ answer: APIAnswer, to request: RepeatableRequest) async {
        let kept = KeptAnswer(
            status: answer.status.code, contentType: answer.contentType, location: answer.headers[.location], etag: answer.headers[.eTag],
            body: answer.body, caseNumber: answer.caseNumber)
        try? await requests.finish(request, with: kept)
    }

    private static func repeated(_ kept: KeptAnswer) -> APIAnswer {
        var answer = APIAnswer(status: HTTPResponse.Status(code: kept.status), body: kept.body)
        answer.contentType = kept.contentType
        answer.headers[.location] = kept.location
        answer.headers[.eTag] = kept.etag
        if let replayed { answer.headers[replayed] = "true" }
        return answer
    }
}

extension Problem {
    /// Whether it would be the same again: the desk has judged the request.
    fileprivate var isLasting: Bool {
        switch kind.status {
        case 409, 412, 422, 404: true
        default: false
        }
    }
}
