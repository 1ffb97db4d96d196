/// Rules that were read again while the desk was at work: who wanted it, and what came of it.
public struct RulebookReload: Sendable, Hashable {
    public let cause: Cause
    public let at: Instant
    public let result: Result

    public enum Cause: Sendable, Hashable {
        /// Somebody asked, under this name.
        case request(by: String)
        /// The process was sent SIGHUP.
        case signal
        /// The files had changed.
        case change
    }

    public enum Result: Sendable, Hashable {
        /// The rules of this hash are in use from here on.
        case used(hash: String)
        /// There are findings; the rules of this hash stay in use.
        case refused(findings: Int, kept: String)
    }

    public init(_ cause: Cause, at now: Instant, _ result: Result) {
        self.cause = cause
        at = now
        self.result = result
    }

    /// What audit rows call the rules.
    public static let subject = "rulebook"

    /// Who is named in the audit row; the server itself where nobody asked it.
    public var actor: String {
        switch cause {
        case .request(let name): name
        case .signal, .change: "courtois"
        }
    }

    /// What the audit row says.
    public var detail: String {
        let cause =
            switch cause {
            case .request: "asked for"
            case .signal: "SIGHUP"
            case .change: "changed files"
            }
        switch result {
        case .used(let hash): return "\(cause): \(hash) in use"
        case .refused(let findings, let hash): return "\(cause): refused for \(findings) findings, \(hash) stays in use"
        }
    }
}
