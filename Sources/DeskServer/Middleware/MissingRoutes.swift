import HTTPTypes
import Hummingbird

/// Answers what no route takes: 405 with what can be done at the address, else 404; as problems for the API, as a page for people, else as text.
struct MissingRoutes: RouterMiddleware {
    typealias Context = BasicRequestContext

    private let routes: [(segments: [Substring], method: HTTPRequest.Method)]

    private let page: (@Sendable (Request) -> Response?)?

    /// - Parameter page: What people at a browser are told.
    init(_ described: [RouteDescription], page: (@Sendable (Request) -> Response?)?) {
        self.page = page
        routes = described.map { ($0.path.split(separator: "/"), $0.method) }
    }

    func handle(
        _ request: Request, context: BasicRequestContext, next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound && context.endpointPath == "NotFound" {
            return answer(request)
        }
    }

    private func answer(_ request: Request) -> Response {
        let path = request.uri.path.split(separator: "/")
        let methods = routes.filter { route in
            route.segments.count == path.count
                && zip(route.segments, path).allSatisfy { pattern, segment in pattern.hasPrefix("{") || pattern == segment }
        }.map(\.method)
        let isAPI = path.first == "api"
        guard !methods.isEmpty else {
            return isAPI
                ? Problem.nothing("There is nothing at this address.").answer.response : page?(request) ?? .text(.notFound, "not found")
        }
        let names = Set(methods.map(\.rawValue) + (methods.contains(.get) ? ["HEAD"] : [])).sorted().joined(separator: ", ")
        let headers: HTTPFields = [.allow: names]
        guard isAPI else { return .text(.methodNotAllowed, "method not allowed", headers: headers) }
        return Problem(.methodNotAllowed, "Here can be done: \(names).", headers: headers).answer.response
    }
}
