internal import Desk
import Testing

extension StoreConformance {
    static let staff: [StoreConformance] = [
        StoreConformance("a name is somebody's alone, whatever its case, and is found by any") { store in
            let zoe = try await add("Zoé", to: store, role: .manager, team: .legal)
            #expect(zoe.role == .manager && zoe.team == .legal && !zoe.isDisabled)
            #expect(try await store.add(new("ZOÉ"), by: "ada", at: Sample.start) == .failure(.nameIsTaken))
            #expect(try await store.user(named: name("zoé")) == zoe)
            // The same to the eye, in other bytes.
            #expect(try await store.add(new("Zoe\u{301}"), by: "ada", at: Sample.start) == .failure(.nameIsTaken))
            #expect(try await store.user(named: name("zoe\u{301}")) == zoe)
            let max = try await add("Max", to: store)
            #expect(try await store.users().map(\.id) == [max.id, zoe.id])
            #expect(try await store.audit(after: 0, most: 10).map(\.action) == [.userAdded, .userAdded])
            _ = try await add("Strauß", to: store)
            #expect(try await store.add(new("STRAUSS"), by: "ada", at: Sample.start) == .failure(.nameIsTaken))
        },
        StoreConformance("the last manager stays one, and can be kept out by nobody") { store in
            _ = try await add("Zoé", to: store, role: .manager)
            for change in [UserChange.role(.reviewer), .disabled(true)] {
                #expect(try await store.change(name("Zoé"), change, by: "x", at: Sample.start) == .failure(.lastManager))
            }
            _ = try await add("Ada", to: store, role: .manager)
            #expect(try await store.change(name("Zoé"), .disabled(true), by: "x", at: Sample.start).get().isDisabled)
            #expect(try await store.change(name("Ada"), .role(.reader), by: "x", at: Sample.start) == .failure(.lastManager))
            #expect(try await store.change(name("Ada"), .team(.marketing), by: "x", at: Sample.start).get().team == .marketing)
            #expect(try await store.change(name("nobody"), .team(nil), by: "x", at: Sample.start) == .failure(.noSuchUser))
            #expect(try await store.hasManager())
        },
        StoreConformance("a session lives while it is used, and no longer than it may") { store in
            let policy = SignInPolicy(idleSeconds: 100, longestSeconds: 250)
            let user = try await add("Zoé", to: store)
            try await store.openSession(NewSession(digest: digest(1), user: user.id, name: digest(9)), at: Sample.start)
            #expect(try await store.session(digest(1), policy, at: Sample.start + 99)?.user == user)
            #expect(try await store.session(digest(1), policy, at: Sample.start + 100) == nil)
            #expect(try await store.session(digest(2), policy, at: Sample.start) == nil)
            try await store.noteUse(of: digest(1), at: Sample.start + 90)
            try await store.noteUse(of: digest(1), at: Sample.start + 180)
            #expect(try await store.session(digest(1), policy, at: Sample.start + 249) != nil)
            #expect(try await store.session(digest(1), policy, at: Sample.start + 250) == nil)
            try await store.closeSession(digest(1), at: Sample.start + 20)
            #expect(try await store.session(digest(1), policy, at: Sample.start + 21) == nil)
        },
        StoreConformance("a new password, being kept out and signing out everywhere end every session") { store in
            let user = try await add("Zoé", to: store)
            let policy = SignInPolicy()
            for (change, place) in [(UserChange.password("$new"), 1), (.disabled(true), 2)] {
                try await store.openSession(NewSession(digest: digest(UInt8(place)), user: user.id, name: digest(9)), at: Sample.start)
                _ = try await store.change(name("Zoé"), change, by: "x", at: Sample.start).get()
                #expect(try await store.session(digest(UInt8(place)), policy, at: Sample.start) == nil)
            }
            _ = try await store.change(name("Zoé"), .disabled(false), by: "x", at: Sample.start).get()
            for place in [3, 4] as [UInt8] {
                try await store.openSession(NewSession(digest: digest(place), user: user.id, name: digest(9)), at: Sample.start)
            }
            #expect(try await store.closeSessions(of: user.id, by: "Zoé", at: Sample.start) == 2)
            #expect(try await store.session(digest(3), policy, at: Sample.start) == nil)
            let rows = try await store.audit(after: 0, most: 50)
            #expect(rows.filter { $0.action == .signedIn }.count == 4 && !rows.contains { $0.detail?.contains("$new") == true })
        },
        StoreConformance("wrong passwords count together for a while, lock the name, and are forgotten once it is right") { store in
            let policy = SignInPolicy(mostFailures: 3, lockSeconds: 60)
            let user = try await add("Zoé", to: store)
            func fail(_ seconds: Int, _ who: UserName?) async throws -> SignInFailures {
                try await store.addFailure(for: digest(9), of: who, policy, at: Sample.start + seconds)
            }
            #expect(try await fail(0, user.name).count == 1)
            #expect(try await fail(61, user.name).count == 1, "the first is too old to count")
            #expect(try await fail(70, user.name).lockedUntil == nil)
            #expect(try await fail(80, user.name).lockedUntil == Sample.start + 140)
            #expect(try await fail(90, user.name).lockedUntil == Sample.start + 140, "a lock is not prolonged by those who wait for it")
            #expect(try await store.failures(for: digest(9))?.isLocked(at: Sample.start + 139) == true)
            #expect(try await store.failures(for: digest(9))?.isLocked(at: Sample.start + 140) == false)
            #expect(try await fail(141, user.name).count == 1)
            try await store.openSession(NewSession(digest: digest(1), user: user.id, name: digest(9)), at: Sample.start + 150)
            #expect(try await store.failures(for: digest(9)) == nil)
            for second in 0..<3 { _ = try await store.addFailure(for: digest(8), of: nil, policy, at: Sample.start + second) }
            let rows = try await store.audit(after: 0, most: 50)
            #expect(rows.count { $0.action == .signInFailed } == 6 && rows.count { $0.action == .lockedOut } == 2)
            #expect(rows.last?.subject == "user/unknown")
        },
        StoreConformance("of whoever has a session it is known when they used it last") { store in
            let (zoe, max, lou) = (
                try await add("Zoé", to: store), try await add("Max", to: store), try await add("Lou", to: store)
            )
            for (number, user) in [zoe, zoe, max].enumerated() {
                let session = NewSession(digest: digest(UInt8(number)), user: user.id, name: digest(9))
                try await store.openSession(session, at: Sample.start + number)
            }
            try await store.noteUse(of: digest(0), at: Sample.start + 90)
            #expect(try await store.lastUses() == [zoe.id: Sample.start + 90, max.id: Sample.start + 2])
            _ = try await store.closeSessions(of: max.id, by: "ada", at: Sample.start + 100)
            let uses = try await store.lastUses()
            #expect(uses[max.id] == nil && uses[lou.id] == nil && uses[zoe.id] != nil)
        },
        StoreConformance("the link to the first manager works once, for a while, and only the last one given") { store in
            #expect(try await !store.hasManager())
            try await store.invite(digest(1), until: Sample.start + 60, at: Sample.start)
            try await store.invite(digest(2), until: Sample.start + 60, at: Sample.start)
            #expect(try await !store.isInvited(digest(1), at: Sample.start))
            #expect(try await store.isInvited(digest(2), at: Sample.start + 59))
            #expect(try await !store.isInvited(digest(2), at: Sample.start + 60))
            let zoe = new("Zoé", role: .manager)
            #expect(try await store.accept(digest(1), zoe, at: Sample.start) == .failure(.noSuchInvitation))
            #expect(try await store.accept(digest(2), zoe, at: Sample.start + 60) == .failure(.noSuchInvitation))
            #expect(try await store.accept(digest(2), zoe, at: Sample.start + 5).get().role == .manager)
            #expect(try await store.accept(digest(2), new("Eve", role: .manager), at: Sample.start + 6) == .failure(.noSuchInvitation))
            #expect(try await store.hasManager())
        },
    ]

    private static func digest(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 32) }

    private static func name(_ text: String) -> UserName {
        guard let name = UserName(text) else { preconditionFailure("tests use names that can be one") }
        return name
    }

    private static func new(_ text: String, role: Role = .reviewer, team: Team? = nil) -> NewUser {
        NewUser(name: name(text), role: role, team: team, password: "$scrypt$")
    }

    private static func add(_ text: String, to store: any DeskStore, role: Role = .reviewer, team: Team? = nil) async throws -> User {
        try await store.add(new(text, role: role, team: team), by: "ada", at: Sample.start).get()
    }
}
