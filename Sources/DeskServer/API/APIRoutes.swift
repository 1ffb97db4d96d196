import Desk
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// `/api/v1`: what the terminal does with the desk, for programs.
struct APIRoutes: Sendable {
    let endpoints: [Endpoint]
    private let authenticator: TokenAuthenticator
    private let repetition: Repetition
    private let clock: ServerClock

    init(_ parts: ServerParts) {
        endpoints =
            MessageResource(parts).endpoints + CaseResource(parts).endpoints + DraftResource(parts).endpoints
            + DeliveryResource(parts).endpoints + PauseResource(parts).endpoints + FreezeResource(parts).endpoints
            + AlarmResource(parts).endpoints
            + RulebookResource(parts).endpoints
            + FigureResource(parts).endpoints
        authenticator = TokenAuthenticator(parts)
        repetition = Repetition(parts)
        clock = parts.clock
    }

    func add(to router: Router<BasicRequestContext>) {
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.description.path), method: endpoint.description.method) { request, context in
                await respond(to: request, context, by: endpoint)
            }
        }
    }

    private func respond(to request: Request, _ context: BasicRequestContext, by endpoint: Endpoint) async -> Response {
        do throws(Problem) {
            return try await answer(request, context, endpoint).response
        } catch {
            let note = RequestNote.current
            note.add("problem", .string(error.kind.rawValue))
            if error.kind.status == 503 { note.raise(to: .error) }
            return error.answer.response
        }
    }

    /// In this order: the token, what the client takes, the body, whether it was asked before, and only then the doing.
    private func answer(_ request: Request, _ context: BasicRequestContext, _ endpoint: Endpoint) async throws(Problem) -> APIAnswer {
        let description = endpoint.description
        guard let scope = description.scope else { preconditionFailure("every address of the API has a scope") }
        let now = clock.now()
        let token = try await authenticator.admit(request.headers, to: scope, at: now)
        RequestNote.current.add("token", .string(token.selector))
        guard Accepting.allowsJSON(request.headers) else { throw Problem(.notAcceptable, "Answers are application/json.") }
        let query = try QueryFields(request.uri.query, known: description.queryNames)
        let body = try await self.body(of: request, description)
        let call = { (newName: String) in
            APICall(
                token: token, parameters: context.parameters, query: query, headers: request.headers, body: body, now: now, newName: newName
            )
        }
        guard description.isRepeatable else { return finished(try await endpoint.answer(call("")), request) }
        return try await repetition.answer(request, body, token, at: now) { newName throws(Problem) in
            try await endpoint.answer(call(newName))
        }
    }

    private func body(of request: Request, _ description: RouteDescription) async throws(Problem) -> [UInt8] {
        guard let wanted = description.body else { return [] }
        let most = ServerSettings.bodyBytes
        let isEmpty =
            request.headers[.contentLength] == "0" || (request.headers[.contentLength] == nil && request.headers[.transferEncoding] == nil)
        if wanted.isOptional, isEmpty { return [] }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most { throw .tooLarge }
        guard Accepting.isJSON(request.headers) else {
            throw Problem(.unsupportedMediaType, "A body is application/json in UTF-8, and not compressed.")
        }
        do {
            let body = Array(buffer: try await request.body.collect(upTo: most))
            if body.isEmpty, !wanted.isOptional { throw Problem(.malformedBody, "The body is missing.") }
            return body
        } catch let problem as Problem {
            throw problem
        } catch is NIOTooManyBytesError {
            throw .tooLarge
        } catch {
            throw Problem(.malformedBody, "The body did not come whole.")
        }
    }

    /// The answer with its entity tag, or that the client has it already.
    private func finished(_ answer: APIAnswer, _ request: Request) -> APIAnswer {
        guard request.method == .get || request.method == .head, answer.status == .ok else { return answer }
        var answer = answer
        let tag = answer.headers[.eTag] ?? VersionTag.text(nil, of: answer.body)
        answer.headers[.eTag] = tag
        if VersionTag.isKnown(tag, request.headers) { answer.status = .notModified }
        return answer
    }
}

extension Problem {
    fileprivate static let tooLarge = Problem(.tooLarge, "A body has at most \(ServerSettings.bodyBytes) bytes.")
}
