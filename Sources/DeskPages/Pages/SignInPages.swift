import Channels
import Desk
import DeskServer
import HTTPTypes
import Hummingbird

/// In and out.
struct SignInPages {
    func add(to desk: DeskRouter) {
        desk.getFreely("sign-in") { visit in
            if visit.user != nil { return .redirect(Address.own(visit.query["to"]) ?? "/") }
            return Self.form(visit, to: visit.query["to"])
        }
        desk.postFreely("sign-in", Self.signIn)
        desk.post("sign-out", Self.signOut)
        desk.getFreely("welcome/:invitation") { visit in try await Self.welcome(visit, visit.parameter("invitation")) }
        desk.postFreely("welcome", Self.accept)
        desk.get("account") { visit in Self.account(visit) }
        desk.post("account", Self.changePassword)
    }

    // MARK: In

    @Sendable private static func signIn(_ visit: Visit) async throws -> Response {
        let (name, password) = (visit.form["name"] ?? "", visit.form["password"] ?? "")
        switch try await visit.parts.authenticator.signIn(name, password, at: visit.now) {
        case .opened(let token): return opened(visit, token, to: visit.form["to"])
        case .wrong: return form(visit, to: visit.form["to"], name: name, problem: .wrongSignIn, status: .unprocessableContent)
        case .locked(let until):
            var response = form(visit, to: visit.form["to"], name: name, problem: .lockedSignIn, status: .tooManyRequests)
            response.headers[.retryAfter] = String(max(1, until.seconds - visit.now.seconds))
            return response
        case .busy: return form(visit, to: visit.form["to"], name: name, problem: .busySignIn, status: .serviceUnavailable)
        }
    }

    /// A session under a new token: one that somebody may have planted before is worth nothing.
    private static func opened(_ visit: Visit, _ token: Token, to target: String?) -> Response {
        let cookies = visit.parts.cookies
        return .redirect(Address.own(target) ?? "/").with(cookie: cookies.held(cookies.session, token.text))
            .with(cookie: cookies.removed(cookies.guest))
    }

    private static func form(
        _ visit: Visit, to target: String?, name: String = "", problem: SignInWord? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        var view = visit.frame()
        let wording = visit.wording
        view["title"] = wording(SignInWord.signIn)
        view["lead"] = wording(SignInWord.signInLead)
        view["action"] = "/sign-in"
        view["submit"] = wording(SignInWord.signIn)
        view["passwordLabel"] = wording(SignInWord.password)
        view["passwordKind"] = "current-password"
        view.fill(name: name, to: target, problem: problem.map { wording($0) }, invitation: nil)
        return visit.page("sign-in", view, status: status)
    }

    // MARK: Out

    @Sendable private static func signOut(_ visit: Visit) async throws -> Response {
        let (store, cookies) = (visit.parts.store, visit.parts.cookies)
        if visit.form["everywhere"] == "yes", let user = visit.user {
            try await store.closeSessions(of: user.id, by: user.name.text, at: visit.now)
        } else {
            try await store.closeSession(visit.token.digest, at: visit.now)
        }
        return .redirect("/sign-in").with(cookie: cookies.removed(cookies.session))
    }

    // MARK: The first manager

    private static func welcome(_ visit: Visit, _ invitation: String) async throws -> Response {
        guard let token = Token(invitation), try await visit.parts.store.isInvited(token.digest, at: visit.now) else { return over(visit) }
        return welcomeForm(visit, token)
    }

    @Sendable private static func accept(_ visit: Visit) async throws -> Response {
        guard let token = visit.form["invitation"].flatMap({ Token($0) }),
            try await visit.parts.store.isInvited(token.digest, at: visit.now)
        else { return over(visit) }
        let (typed, password) = (visit.form["name"] ?? "", visit.form["password"] ?? "")
        guard let name = UserName(typed) else { return welcomeForm(visit, token, name: typed, problem: .nameUnfit) }
        guard NewPassword.isFit(password, for: name.text) else { return welcomeForm(visit, token, name: typed, problem: .passwordUnfit) }
        guard let hash = await visit.parts.authenticator.hash(password) else {
            return welcomeForm(visit, token, name: typed, problem: .busySignIn)
        }
        let user = NewUser(name: name, role: .manager, team: nil, password: hash)
        switch try await visit.parts.store.accept(token.digest, user, at: visit.now) {
        case .success(let user): return opened(visit, try await visit.parts.authenticator.open(user, at: visit.now), to: nil)
        case .failure(.nameIsTaken): return welcomeForm(visit, token, name: typed, problem: .nameTaken)
        case .failure: return over(visit)
        }
    }

    private static func welcomeForm(_ visit: Visit, _ token: Token, name: String = "", problem: SignInWord? = nil) -> Response {
        var view = visit.frame()
        let wording = visit.wording
        view["here"] = "/sign-in"
        view["title"] = wording(SignInWord.welcome)
        view["lead"] = wording(SignInWord.welcomeLead)
        view["action"] = "/welcome"
        view["submit"] = wording(SignInWord.createManager)
        view["passwordLabel"] = wording(SignInWord.newPassword)
        view["passwordKind"] = "new-password"
        view.fill(name: name, to: nil, problem: problem.map { wording($0) }, invitation: token.text)
        return visit.page("sign-in", view, status: problem == nil ? .ok : .unprocessableContent)
    }

    private static func over(_ visit: Visit) -> Response {
        var view = visit.frame()
        view["here"] = "/sign-in"
        view["title"] = visit.wording(SignInWord.invitationOver)
        view["text"] = visit.wording(SignInWord.invitationOverText)
        return visit.page("problem", view, status: .gone)
    }

    // MARK: One's own password

    private static func account(_ visit: Visit, problem: SignInWord? = nil) -> Response {
        var view = visit.frame()
        view["title"] = visit.wording(SignInWord.changePassword)
        view["name"] = visit.user?.name.text ?? ""
        view["problem"] = problem.map { visit.wording($0) as Any } ?? false
        return visit.page("account", view, status: problem == nil ? .ok : .unprocessableContent)
    }

    @Sendable private static func changePassword(_ visit: Visit) async throws -> Response {
        guard let user = visit.user else { return .redirect("/sign-in") }
        // The same count of wrong tries as at the door: a session left open is no place to guess at.
        switch try await visit.parts.authenticator.signIn(user.name.text, visit.form["current"] ?? "", at: visit.now) {
        case .wrong: return account(visit, problem: .passwordWrong)
        case .locked: return account(visit, problem: .lockedSignIn)
        case .busy: return account(visit, problem: .busySignIn)
        case .opened: break
        }
        let password = visit.form["new"] ?? ""
        guard NewPassword.isFit(password, for: user.name.text) else { return account(visit, problem: .passwordUnfit) }
        guard let hash = await visit.parts.authenticator.hash(password) else { return account(visit, problem: .busySignIn) }
        _ = try await visit.parts.store.change(user.name, .password(hash), by: user.name.text, at: visit.now)
        let token = try await visit.parts.authenticator.open(user, at: visit.now)
        return opened(visit, token, to: Address.with("/", Said.passwordChanged.fields))
    }
}

extension [String: Any] {
    /// What the forms at the door have in common.
    fileprivate mutating func fill(name: String, to target: String?, problem: String?, invitation: String?) {
        self["name"] = name
        self["to"] = Address.own(target) ?? "/"
        self["problem"] = problem.map { $0 as Any } ?? false
        self["invitation"] = invitation.map { $0 as Any } ?? false
        self["isNew"] = invitation != nil
    }
}
