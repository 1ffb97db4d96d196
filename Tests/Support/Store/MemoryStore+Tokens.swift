package import Desk
internal import Synchronization

extension MemoryStore: Tokens {
    package func add(_ token: AccessToken) async -> Bool {
        state.withLock { state in
            if state.tokens.contains(where: { $0.name == token.name && $0.revocation == nil }) { return false }
            state.tokens.append(token)
            let detail = "\(token.name): \(token.role.rawValue), \(token.scopeNames.joined(separator: " "))"
            state.record(.tokenCreated, "token/\(token.selector)", by: token.createdBy, at: token.createdAt, detail: detail)
            return true
        }
    }

    package func token(_ selector: String) async -> AccessToken? {
        state.withLock { $0.tokens.first { $0.selector == selector } }
    }

    package func tokens() async -> [AccessToken] { state.withLock { $0.tokens } }

    package func revoke(_ name: String, by colleague: String, at now: Instant) async -> Bool {
        state.withLock { state in
            guard let index = state.tokens.firstIndex(where: { $0.name == name && $0.revocation == nil }) else { return false }
            state.tokens[index].revocation = .init(by: colleague, at: now)
            state.record(.tokenRevoked, "token/\(state.tokens[index].selector)", by: colleague, at: now, detail: name)
            return true
        }
    }

    package func noteUse(of selector: String, at now: Instant) async {
        state.withLock { state in
            guard let index = state.tokens.firstIndex(where: { $0.selector == selector }) else { return }
            state.tokens[index].lastUsedAt = max(AccessToken.hour(of: now), state.tokens[index].lastUsedAt ?? .init(seconds: 0))
        }
    }
}
