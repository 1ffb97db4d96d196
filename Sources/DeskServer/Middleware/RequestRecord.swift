import HTTPTypes
import Hummingbird
import Logging

/// Notes each request in the log and in the figures, and gives every failure its answer.
///
/// A line holds the route's pattern and not the address, which may hold secrets; what else may be said of a request the
/// routes add themselves. No error reaches a client but those of HTTP.
struct RequestRecord: RouterMiddleware {
    typealias Context = BasicRequestContext

    let figures: ServerFigures
    let ticks: @Sendable () -> Int

    static let requestID = HTTPField.Name("x-request-id")

    func handle(
        _ request: Request, context: BasicRequestContext, next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ticks()
        let note = RequestNote()
        var response: Response
        do {
            response = try await RequestNote.$current.withValue(note) { try await next(request, context) }
        } catch let error as HTTPError {
            response = .text(error.status, error.status.reasonPhrase.lowercased())
        } catch {
            response = .text(.internalServerError, "internal error")
            note.add("error", .string(String(describing: type(of: error))))
        }
        if let name = Self.requestID { response.headers[name] = context.id }
        record(request, context, response.status, note, milliseconds: ticks() - start)
        return response
    }

    private func record(
        _ request: Request, _ context: BasicRequestContext, _ status: HTTPResponse.Status, _ note: RequestNote, milliseconds: Int
    ) {
        let pattern = context.endpointPath ?? "none"
        let route = pattern == "NotFound" ? "none" : pattern
        let method = Self.methods.contains(request.method) ? request.method.rawValue : "other"
        figures.request(route: route, method: method, status: status.code, milliseconds: milliseconds)
        let level = status.code >= 500 ? .error : note.level
        guard level >= context.logger.logLevel else { return }
        context.logger.log(
            level: level, "request",
            metadata: note.metadata(with: [
                ("method", .string(method)), ("route", .string(route)), ("status", .stringConvertible(status.code)),
                ("milliseconds", .stringConvertible(milliseconds)),
            ]))
    }

    private static let methods: Set<HTTPRequest.Method> = [.get, .post, .put, .delete, .patch, .head, .options]
}

extension Response {
    /// A line of text.
    static func text(_ status: HTTPResponse.Status, _ text: String, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        headers[.contentType] = "text/plain; charset=utf-8"
        // Nothing in it is to be run, framed, taken for something else or kept.
        headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        headers[.xContentTypeOptions] = "nosniff"
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}
