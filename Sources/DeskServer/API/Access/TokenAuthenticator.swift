import Cryptography
import Desk
import HTTPTypes

/// Lets programs in by their tokens.
struct TokenAuthenticator: Sendable {
    private let tokens: any Tokens
    private let clock: ServerClock
    private let limits: CallLimits

    init(_ parts: ServerParts) {
        tokens = parts.desk
        clock = parts.clock
        limits = CallLimits(perMinute: parts.settings.requestsPerMinute)
    }

    /// Who asks, when their token opens `scope`.
    func admit(_ headers: HTTPFields, to scope: Scope, at now: Instant) async throws(Problem) -> AccessToken {
        guard let field = headers[.authorization] else { throw .noToken }
        let words = field.split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer", let shown = BearerToken(words[1]) else { throw .wrongToken }
        let known: AccessToken?
        do throws(StoreFailure) { known = try await tokens.token(shown.selector) } catch { throw Problem(error) }
        // As long for a token that is not there as for one whose secret is wrong.
        let isRight = ConstantTime.areEqual(shown.digest, known?.digest ?? [UInt8](repeating: 0, count: 32))
        guard let known, isRight, known.isLive(at: now) else { throw .wrongToken }
        if let wait = limits.take(ChannelAccount(channel: "api", account: known.selector), at: clock.ticks()) { throw .tooOften(wait) }
        guard known.scopes.contains(scope) else { throw .lacks(scope) }
        // That the hour could not be noted keeps nobody out.
        if known.lastUsedAt.map({ $0 < AccessToken.hour(of: now) }) ?? true { try? await tokens.noteUse(of: known.selector, at: now) }
        return known
    }
}
