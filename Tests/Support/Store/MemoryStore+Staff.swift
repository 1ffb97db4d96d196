package import Desk
internal import Synchronization

extension MemoryStore: Staff {
    package func users() async -> [User] { state.withLock { $0.users.sorted { $0.name.key < $1.name.key } } }

    package func user(named name: UserName) async -> User? { state.withLock { $0.user(named: name) } }

    package func add(_ user: NewUser, by name: String, at now: Instant) async -> Result<User, UserRefusal> {
        state.withLock { $0.add(user, by: name, at: now) }
    }

    package func change(_ name: UserName, _ change: UserChange, by actor: String, at now: Instant) async -> Result<User, UserRefusal> {
        state.withLock { state in
            guard let user = state.user(named: name) else { return .failure(.noSuchUser) }
            if user.isLost(by: change), state.users.count(where: { $0.role == .manager && !$0.isDisabled }) <= 1 {
                return .failure(.lastManager)
            }
            var (role, team, password, isDisabled) = (user.role, user.team, user.password, user.isDisabled)
            switch change {
            case .role(let new): role = new
            case .team(let new): team = new
            case .password(let new): password = new
            case .disabled(let new): isDisabled = new
            }
            let changed = User(id: user.id, name: user.name, role: role, team: team, password: password, isDisabled: isDisabled)
            state.users[Int(user.id) - 1] = changed
            if change.endsSessions { state.sessions = state.sessions.filter { $0.value.user.id != user.id } }
            state.record(.userChanged, "user/\(user.id)", by: actor, at: now, detail: change.words)
            return .success(changed)
        }
    }

    package func failures(for digest: [UInt8]) async -> SignInFailures? { state.withLock { $0.failures[digest] } }

    package func addFailure(for digest: [UInt8], of name: UserName?, _ policy: SignInPolicy, at now: Instant) async -> SignInFailures {
        state.withLock { state in
            var failures = state.failures[digest] ?? SignInFailures(since: now)
            let locks = failures.add(at: now, policy)
            state.failures[digest] = failures
            let user = name.flatMap { state.user(named: $0) }
            let subject = user.map { "user/\($0.id)" } ?? "user/unknown"
            if user != nil { state.record(.signInFailed, subject, by: subject, at: now) }
            if locks { state.record(.lockedOut, subject, by: subject, at: now) }
            return failures
        }
    }

    package func openSession(_ session: NewSession, at now: Instant) async {
        state.withLock { state in
            state.failures[session.name] = nil
            let user = state.users[Int(session.user) - 1]
            state.sessions[session.digest] = Session(user: user, openedAt: now, usedAt: now)
            state.record(.signedIn, "user/\(user.id)", by: user.name.text, at: now)
        }
    }

    package func session(_ digest: [UInt8], _ policy: SignInPolicy, at now: Instant) async -> Session? {
        state.withLock { state in
            guard let known = state.sessions[digest] else { return nil }
            let session = Session(user: state.users[Int(known.user.id) - 1], openedAt: known.openedAt, usedAt: known.usedAt)
            return session.isLive(policy, at: now) && !session.user.isDisabled ? session : nil
        }
    }

    package func noteUse(of digest: [UInt8], at now: Instant) async {
        state.withLock { state in
            guard let known = state.sessions[digest] else { return }
            state.sessions[digest] = Session(user: known.user, openedAt: known.openedAt, usedAt: max(known.usedAt, now))
        }
    }

    package func lastUses() async -> [Int64: Instant] {
        state.withLock { state in
            Dictionary(state.sessions.values.map { ($0.user.id, $0.usedAt) }, uniquingKeysWith: { max($0, $1) })
        }
    }

    package func closeSession(_ digest: [UInt8], at now: Instant) async {
        state.withLock { state in
            guard let known = state.sessions.removeValue(forKey: digest) else { return }
            state.record(.signedOut, "user/\(known.user.id)", by: known.user.name.text, at: now)
        }
    }

    package func closeSessions(of user: Int64, by actor: String, at now: Instant) async -> Int {
        state.withLock { state in
            let count = state.sessions.count { $0.value.user.id == user }
            state.sessions = state.sessions.filter { $0.value.user.id != user }
            state.record(.signedOut, "user/\(user)", by: actor, at: now, detail: "everywhere: \(count)")
            return count
        }
    }

    package func hasManager() async -> Bool { state.withLock { $0.users.contains { $0.role == .manager && !$0.isDisabled } } }

    package func invite(_ digest: [UInt8], until: Instant, at now: Instant) async {
        state.withLock { state in
            state.invitation = (digest, until)
            state.record(.invited, "desk", by: Colleague.rules.name, at: now)
        }
    }

    package func isInvited(_ digest: [UInt8], at now: Instant) async -> Bool { state.withLock { $0.isInvited(digest, at: now) } }

    package func accept(_ digest: [UInt8], _ user: NewUser, at now: Instant) async -> Result<User, UserRefusal> {
        state.withLock { state in
            guard state.isInvited(digest, at: now) else { return .failure(.noSuchInvitation) }
            let result = state.add(user, by: user.name.text, at: now)
            if case .success = result { state.invitation = nil }
            return result
        }
    }
}

extension MemoryStore.State {
    fileprivate func user(named name: UserName) -> User? { users.first { $0.name.key == name.key } }

    fileprivate func isInvited(_ digest: [UInt8], at now: Instant) -> Bool {
        invitation.map { $0.digest == digest && now < $0.until } ?? false
    }

    fileprivate mutating func add(_ user: NewUser, by name: String, at now: Instant) -> Result<User, UserRefusal> {
        if self.user(named: user.name) != nil { return .failure(.nameIsTaken) }
        let added = User(
            id: Int64(users.count + 1), name: user.name, role: user.role, team: user.team, password: user.password, isDisabled: false)
        users.append(added)
        record(.userAdded, "user/\(added.id)", by: name, at: now, detail: "\(user.name.text), \(user.role.rawValue)")
        return .success(added)
    }
}
