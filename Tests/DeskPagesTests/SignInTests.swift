import Cryptography
import Desk
import DeskHouse
import DeskPages
import Peers
import SQLiteStore
import Support
import Testing

/// In and out, over real HTTP.
@Suite("Signing in to the desk", .timeLimit(.minutes(10)))
struct SignInTests {
    @Test("without a session every page leads to the sign-in, and from there back to what was asked for")
    func door() async throws {
        try await DeskHouse.run { house in
            try await house.add("zoé")
            let guest = house.guest()
            for path in ["/", "/search?q=colis", "/cases/1", "/account"] {
                let answer = try await guest.get(path)
                #expect(answer.status == 303 && answer.headers["location"]?.hasPrefix("/sign-in") == true)
            }
            #expect(try await guest.get("/events").status == 401)
            _ = try await guest.get("/sign-in?to=%2Fsearch%3Fq%3Dcolis")
            let answer = try await guest.post(
                "/sign-in", [("name", "ZOÉ"), ("password", DeskHouse.password), ("to", "/search?q=colis")])
            #expect(answer.status == 303 && answer.headers["location"] == "/search?q=colis")
            #expect(try await guest.get("/").status == 200)
        }
    }

    @Test("the session's cookie is out of scripts' reach, goes nowhere else, and is kept as a digest only")
    func cookie() async throws {
        try await DeskHouse.run { house in
            try await house.add("zoé")
            let guest = house.guest()
            let answer = try await guest.signIn("zoé", DeskHouse.password)
            let cookie = try #require(answer.cookies.first { $0.hasPrefix("courtois=") })
            #expect(
                cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/") && !cookie.contains("Secure"))
            let token = try #require(guest.cookies["courtois"])
            #expect(token.count == 64)
            let copy = try await house.store.session(Array(token.utf8), SignInPolicy(), at: house.clock.now)
            #expect(copy == nil)
        }
        try await DeskHouse.run(publicURL: "https://desk.example/") { house in
            try await house.add("zoé")
            let guest = house.guest()
            _ = try await guest.get("/sign-in")
            let answer = try await guest.post(
                "/sign-in", [("name", "zoé"), ("password", DeskHouse.password)], headers: [("origin", "https://desk.example")])
            let cookie = try #require(answer.cookies.first { $0.hasPrefix("__Host-courtois=") })
            #expect(cookie.contains("; Secure") && cookie.contains("HttpOnly"))
        }
    }

    @Test("a planted token becomes no session: signing in gives a new one")
    func fixation() async throws {
        try await DeskHouse.run { house in
            try await house.add("zoé")
            let guest = house.guest()
            guest.cookies["courtois"] = String(repeating: "a", count: 64)
            _ = try await guest.signIn("zoé", DeskHouse.password)
            #expect(guest.cookies["courtois"] != String(repeating: "a", count: 64))
        }
    }

    @Test("wrong passwords lock a name for a while, whether anybody has it or not, with the same words and an audit row")
    func lockOut() async throws {
        try await DeskHouse.run { house in
            try await house.add("zoé")
            var words: [String: [String]] = [:]
            for name in ["zoé", "personne"] {
                let guest = house.guest()
                for _ in 0..<6 {
                    let answer = try await guest.signIn(name, "not the password")
                    let alert = answer.body.firstRange(of: "role=\"alert\"").map { String(answer.body[$0.lowerBound...].prefix(160)) } ?? ""
                    words[name, default: []].append("\(answer.status) \(alert)")
                }
                #expect(try await guest.signIn(name, DeskHouse.password).status == 429)
            }
            #expect(words["zoé"] == words["personne"])
            #expect(words["zoé"]?.first?.hasPrefix("422") == true && words["zoé"]?.last?.hasPrefix("429") == true)
            let rows = try await house.store.audit(after: 0, most: 100)
            #expect(rows.count { $0.action == .lockedOut } == 2 && rows.count { $0.action == .signInFailed } == 5)
            house.clock.advance(seconds: 900)
            #expect(try await house.guest().signIn("zoé", DeskHouse.password).status == 303)
            #expect(try await house.store.audit(after: 0, most: 100).last?.action == .signedIn)
        }
    }

    @Test("signing out ends this session, and signing out everywhere ends them all")
    func signOut() async throws {
        try await DeskHouse.run { house in
            let first = try await house.visitor("zoé")
            let (second, third) = (try await house.visitor("zoé"), try await house.visitor("zoé"))
            let token = try #require(first.cookies["courtois"])
            #expect(try await first.post("/sign-out", []).status == 303)
            #expect(first.cookies["courtois"] == nil)
            first.cookies["courtois"] = token
            #expect(try await first.get("/").status == 303, "the token is worth nothing any more")
            #expect(try await second.get("/").status == 200)
            _ = try await second.post("/sign-out", [("everywhere", "yes")])
            #expect(try await third.get("/").status == 303)
        }
    }

    @Test("a session ends when it is not used, and when its time is over")
    func expiry() async throws {
        try await DeskHouse.run(signIn: SignInPolicy(idleSeconds: 1000, longestSeconds: 2500)) { house in
            let visitor = try await house.visitor("zoé")
            for _ in 0..<2 {
                house.clock.advance(seconds: 900)
                #expect(try await visitor.get("/").status == 200)
            }
            house.clock.advance(seconds: 900)
            #expect(try await visitor.get("/").status == 303)
        }
    }

    @Test("who is disabled is out at once, and in no more")
    func disabled() async throws {
        try await DeskHouse.run { house in
            let visitor = try await house.visitor("zoé")
            let name = try #require(UserName("zoé"))
            _ = try await house.store.change(name, .disabled(true), by: "test", at: house.clock.now).get()
            #expect(try await visitor.get("/").status == 303)
            #expect(try await house.guest().signIn("zoé", DeskHouse.password).status == 422)
        }
    }

    @Test("the link to the first manager works once and for a while; weak passwords and unfit names are refused, and the link stays")
    func firstManager() async throws {
        try await DeskHouse.run { house in
            let invitation = Invitation(random: { [UInt8](repeating: 9, count: 32) })
            try await house.store.invite(invitation.digest, until: house.clock.now + 3600, at: house.clock.now)
            let guest = house.guest()
            #expect(try await guest.get("/welcome/" + String(repeating: "0", count: 64)).status == 410)
            let page = try await guest.get(invitation.path)
            #expect(page.status == 200 && page.body.contains("autocomplete=\"new-password\""))
            let token = String(invitation.path.dropFirst("/welcome/".count))
            func accept(_ name: String, _ password: String) async throws -> Int {
                try await guest.post("/welcome", [("invitation", token), ("name", name), ("password", password)]).status
            }
            for (name, password) in [
                ("zoé", "short"), ("zoé", "aaaaaaaaaaaaaaaa"), ("rules", DeskHouse.password), ("zo\u{202E}é", DeskHouse.password),
                ("", DeskHouse.password), ("un nom très long", "un nom très long"),
            ] { #expect(try await accept(name, password) == 422, "\(name) \(password)") }
            #expect(try await accept("Zoé", "un mot de passe correct") == 303)
            #expect(try await guest.get("/").body.contains("Zoé"))
            #expect(try await house.store.users().first?.role == .manager)
            #expect(try await house.guest().get(invitation.path).status == 410)
        }
    }

    @Test("a new password needs the old one, ends other sessions, and lets one in again")
    func password() async throws {
        try await DeskHouse.run { house in
            let (visitor, other) = (try await house.visitor("zoé"), try await house.visitor("zoé"))
            _ = try await visitor.get("/account")
            #expect(try await visitor.post("/account", [("current", "wrong"), ("new", "un tout autre secret")]).status == 422)
            #expect(try await visitor.post("/account", [("current", DeskHouse.password), ("new", "court")]).status == 422)
            #expect(try await visitor.post("/account", [("current", DeskHouse.password), ("new", "un tout autre secret")]).status == 303)
            #expect(try await visitor.get("/").status == 200)
            #expect(try await other.get("/").status == 303)
            #expect(try await house.guest().signIn("zoé", "un tout autre secret").status == 303)
        }
    }

    @Test("a name and a password are known however their accents were typed; one that was hashed as it came is taken as it came")
    func composition() async throws {
        try await DeskHouse.run { house in
            let (composed, decomposed) = ("un secret compos\u{E9}", "un secret compose\u{301}")
            let visitor = try await house.visitor("zoé")
            _ = try await visitor.get("/account")
            #expect(try await visitor.post("/account", [("current", DeskHouse.password), ("new", decomposed)]).status == 303)
            for (name, password) in [("zo\u{E9}", composed), ("zoe\u{301}", composed), ("ZOE\u{301}", decomposed)] {
                #expect(try await house.guest().signIn(name, password).status == 303, "\(name) \(password)")
            }
            let name = try #require(UserName("zoé"))
            let cost = Scrypt.Cost(logN: 10, r: 8, p: 1)
            let older = try #require(PasswordHash(of: decomposed, salt: Array(repeating: 1, count: 16), cost: cost))
            _ = try await house.store.change(name, .password(older.text), by: "test", at: house.clock.now).get()
            #expect(try await house.guest().signIn("zoé", decomposed).status == 303)
            #expect(try await house.guest().signIn("zoé", composed).status == 422)
        }
    }
}
