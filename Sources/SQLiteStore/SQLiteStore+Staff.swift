public import Desk
internal import GRDB

extension SQLiteStore: Staff {
    public func users() async throws(StoreFailure) -> [User] { try await read { db in try UserRecord.all(db) } }

    public func user(named name: UserName) async throws(StoreFailure) -> User? { try await read { db in try UserRecord.read(name, db) } }

    public func add(_ user: NewUser, by name: String, at now: Instant) async throws(StoreFailure) -> Result<User, UserRefusal> {
        try await group.perform { session in try session.add(user, by: name, at: now) }
    }

    public func change(
        _ name: UserName, _ change: UserChange, by actor: String, at now: Instant
    ) async throws(StoreFailure) -> Result<User, UserRefusal> {
        try await group.perform { session in
            guard let user = try UserRecord.read(name, session.db) else { return .failure(.noSuchUser) }
            if user.isLost(by: change), try UserRecord.managers(session.db) <= 1 { return .failure(.lastManager) }
            try UserRecord.change(user.id, change, at: now, session.db)
            if change.endsSessions { _ = try SessionRecord.delete(of: user.id, session.db) }
            try session.record(.userChanged, "user/\(user.id)", by: actor, at: now, detail: change.words)
            guard let changed = try UserRecord.read(name, session.db) else { return .failure(.noSuchUser) }
            return .success(changed)
        }
    }

    // MARK: Signing in

    public func failures(for digest: [UInt8]) async throws(StoreFailure) -> SignInFailures? {
        try await read { db in try FailureRecord.read(digest, db) }
    }

    public func addFailure(
        for digest: [UInt8], of name: UserName?, _ policy: SignInPolicy, at now: Instant
    ) async throws(StoreFailure) -> SignInFailures {
        try await group.perform { session in
            var failures = try FailureRecord.read(digest, session.db) ?? SignInFailures(since: now)
            let locks = failures.add(at: now, policy)
            try FailureRecord.write(failures, digest, session.db)
            try FailureRecord.forget(before: now + -policy.lockSeconds * 4, session.db)
            let user = try name.flatMap { try UserRecord.read($0, session.db) }
            let subject = user.map { "user/\($0.id)" } ?? "user/unknown"
            if user != nil { try session.record(.signInFailed, subject, by: subject, at: now) }
            if locks { try session.record(.lockedOut, subject, by: subject, at: now) }
            return failures
        }
    }

    public func openSession(_ new: NewSession, at now: Instant) async throws(StoreFailure) {
        try await group.perform { session in
            try FailureRecord.delete(new.name, session.db)
            try SessionRecord.insert(new, at: now, session.db)
            // None lives longer unused; the policy may be stricter.
            try SessionRecord.forget(before: now + -90 * 86400, session.db)
            try session.record(.signedIn, "user/\(new.user)", by: try UserRecord.name(new.user, session.db), at: now)
        }
    }

    public func session(_ digest: [UInt8], _ policy: SignInPolicy, at now: Instant) async throws(StoreFailure) -> Session? {
        let session = try await read { db in try SessionRecord.read(digest, db) }
        return session.flatMap { $0.isLive(policy, at: now) && !$0.user.isDisabled ? $0 : nil }
    }

    public func noteUse(of digest: [UInt8], at now: Instant) async throws(StoreFailure) {
        try await group.perform { session in try SessionRecord.noteUse(of: digest, at: now, session.db) }
    }

    public func lastUses() async throws(StoreFailure) -> [Int64: Instant] { try await read { db in try SessionRecord.lastUses(db) } }

    public func closeSession(_ digest: [UInt8], at now: Instant) async throws(StoreFailure) {
        try await group.perform { session in
            guard let known = try SessionRecord.read(digest, session.db) else { return }
            try SessionRecord.delete(digest, session.db)
            try session.record(.signedOut, "user/\(known.user.id)", by: known.user.name.text, at: now)
        }
    }

    @discardableResult
    public func closeSessions(of user: Int64, by actor: String, at now: Instant) async throws(StoreFailure) -> Int {
        try await group.perform { session in
            let count = try SessionRecord.delete(of: user, session.db)
            try session.record(.signedOut, "user/\(user)", by: actor, at: now, detail: "everywhere: \(count)")
            return count
        }
    }

    // MARK: The first manager

    public func hasManager() async throws(StoreFailure) -> Bool { try await read { db in try UserRecord.managers(db) > 0 } }

    public func invite(_ digest: [UInt8], until: Instant, at now: Instant) async throws(StoreFailure) {
        try await group.perform { session in
            try InvitationRecord.replace(with: digest, until: until, session.db)
            try session.record(.invited, "desk", by: Colleague.rules.name, at: now)
        }
    }

    public func isInvited(_ digest: [UInt8], at now: Instant) async throws(StoreFailure) -> Bool {
        try await read { db in try InvitationRecord.holds(digest, at: now, db) }
    }

    public func accept(_ digest: [UInt8], _ user: NewUser, at now: Instant) async throws(StoreFailure) -> Result<User, UserRefusal> {
        try await group.perform { session in
            guard try InvitationRecord.holds(digest, at: now, session.db) else { return .failure(.noSuchInvitation) }
            let result = try session.add(user, by: user.name.text, at: now)
            if case .success = result { try InvitationRecord.replace(with: nil, until: now, session.db) }
            return result
        }
    }
}

extension WriteSession {
    fileprivate func add(_ user: NewUser, by name: String, at now: Instant) throws -> Result<User, UserRefusal> {
        if try UserRecord.read(user.name, db) != nil { return .failure(.nameIsTaken) }
        let id = try UserRecord.insert(user, at: now, db)
        try record(.userAdded, "user/\(id)", by: name, at: now, detail: "\(user.name.text), \(user.role.rawValue)")
        return .success(User(id: id, name: user.name, role: user.role, team: user.team, password: user.password, isDisabled: false))
    }
}
