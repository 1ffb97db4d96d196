import Channels
import Desk
import DeskServer
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What every request passes on its way to a page: who makes it, whether it may be made, and what goes with the answer.
struct PageGate: Sendable {
    let parts: PageParts

    /// Longest form taken: a reply of the greatest length, written in percent signs.
    static let mostBytes = 512 << 10

    func answer(
        _ request: Request, _ context: BasicRequestContext, _ page: (Visit) async throws -> Response
    ) async throws -> Response {
        let cookies = Cookies.read(request.headers)
        let preferences = Preferences(cookies, request.headers)
        let form: FormFields
        switch try await self.form(of: request) {
        case .read(let fields): form = fields
        case .tooLarge: return bare(.tooLarge, preferences, status: .contentTooLarge)
        case .none: return bare(.noForm, preferences, status: .unsupportedMediaType)
        }
        var isNewGuest = false
        let (token, user): (Token, User?)
        var sequence: Int64 = 0
        var freezes: [Freeze] = []
        do {
            (token, user) = try await visitor(cookies, isNewGuest: &isNewGuest)
            if user != nil {
                sequence = try await parts.store.lastChange()
                freezes = try await parts.store.freezes()
            }
        } catch let failure as StoreFailure {
            return storeFailed(failure, preferences, form)
        }
        let visit = Visit(
            parts: parts, preferences: preferences, token: token, user: user, sequence: sequence, freezes: freezes, now: parts.clock.now(),
            path: request.uri.path, headers: request.headers,
            query: FormFields(Array((request.uri.query ?? "").utf8)) ?? FormFields(fields: []), form: form,
            parameters: Dictionary(context.parameters.map { (String($0), String($1)) }) { first, _ in first })
        var response: Response
        do {
            response = try await page(visit)
        } catch let failure as StoreFailure {
            response = storeFailed(failure, preferences, form)
        }
        if isNewGuest { response.headers.append(HTTPField(name: .setCookie, value: parts.cookies.held(parts.cookies.guest, token.text))) }
        return response.withSafetyHeaders()
    }

    /// The session of the browser, else the guest's token it has, else a new one.
    private func visitor(_ cookies: [String: String], isNewGuest: inout Bool) async throws -> (Token, User?) {
        if let token = cookies[parts.cookies.session].flatMap(Token.init) {
            let now = parts.clock.now()
            if let session = try await parts.store.session(token.digest, parts.signIn, at: now) {
                if now.seconds - session.usedAt.seconds >= SignInPolicy.noteSeconds {
                    try await parts.store.noteUse(of: token.digest, at: now)
                }
                return (token, session.user)
            }
        }
        if let token = cookies[parts.cookies.guest].flatMap(Token.init) { return (token, nil) }
        isNewGuest = true
        return (Token(parts.random), nil)
    }

    private enum SentForm {
        case read(FormFields)
        case tooLarge
        case none
    }

    private func form(of request: Request) async throws -> SentForm {
        guard request.method == .post else { return .read(FormFields(fields: [])) }
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else { return .none }
        do {
            let fields = FormFields(Array(buffer: try await request.body.collect(upTo: Self.mostBytes)))
            return fields.map { .read($0) } ?? .tooLarge
        } catch is NIOTooManyBytesError {
            return .tooLarge
        }
    }

    /// - Parameter isForGuests: Whether who is not signed in may make the change.
    func guarded(
        _ visit: Visit, _ request: Request, isForGuests: Bool, _ change: (Visit) async throws -> Response
    ) async throws -> Response {
        if parts.formGuard.admits(request, visit.form, visit.token) { return try await change(visit) }
        RequestNote.current.add("outcome", "forged")
        RequestNote.current.raise(to: .warning)
        return visit.problem(visit.user == nil && !isForGuests ? .sessionEnded : .forged, status: .forbidden)
    }

    func signedIn(
        _ visit: Visit, _ role: Role, _ request: Request, _ page: (Visit) async throws -> Response
    ) async throws -> Response {
        guard let user = visit.user else {
            if visit.wantsData { return Response(status: .unauthorized) }
            let target = request.method == .get ? request.uri.string : "/"
            return .redirect(target == "/" ? "/sign-in" : "/sign-in?" + Address.query([("to", target)]))
        }
        guard user.role >= role else { return visit.problem(.notAllowed, status: .forbidden) }
        return try await page(visit)
    }

    private func storeFailed(_ failure: StoreFailure, _ preferences: Preferences, _ form: FormFields) -> Response {
        RequestNote.current.add("failure", .string(failure.label))
        RequestNote.current.raise(to: .error)
        return bare(.storeFailed, preferences, status: .serviceUnavailable, form)
    }

    /// A page for whoever it is.
    private func bare(
        _ problem: PageProblem, _ preferences: Preferences, status: HTTPResponse.Status, _ form: FormFields? = nil
    ) -> Response {
        parts.renderer.bare(problem, DeskWording(preferences.language, parts.shelf.edition), preferences, status: status, form: form)
    }
}
