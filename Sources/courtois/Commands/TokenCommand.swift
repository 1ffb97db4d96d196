public import ArgumentParser
public import Desk
import DeskServer
import SQLiteStore

/// `courtois token`: what lets programs use the server's API.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make and take back tokens of the server's API.",
        subcommands: [Create.self, List.self, Revoke.self])

    /// `courtois token create NAME --scope SCOPE…`
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create", abstract: "Make a token, and print it on standard output, once.",
            discussion: """
                The store keeps only a digest of it. Its name is who acts in approvals and in the audit trail. Scopes: \
                \(Scope.allCases.map(\.rawValue).joined(separator: ", ")).
                """)

        @OptionGroup var store: StoreOption
        @OptionGroup var maker: MakerOption

        @Argument(help: "Who acts with it, such as the program that has it.")
        var name: String

        @Option(help: ArgumentHelp("What it opens; may be given several times.", valueName: "scope"))
        var scope: [Scope]

        @Option(help: ArgumentHelp("What its bearer may do with cases: reader, reviewer or manager.", valueName: "role"))
        var role: Role = .reviewer

        @Option(help: ArgumentHelp("Until when: days, as in 90d, or a time of RFC 3339. (default: until it is revoked)", valueName: "time"))
        var expires: Expiry?

        func validate() throws {
            if scope.isEmpty { throw ValidationError("a token without a scope opens nothing: name what it opens with --scope.") }
            if !AccessToken.mayBeNamed(name) {
                throw ValidationError(
                    "a token's name has 1 to \(AccessToken.longestName) characters that can be read, and is not “\(Colleague.rules.name)”.")
            }
        }

        func run() async throws {
            let now = SystemClock.now()
            let expiresAt = expires?.moment(from: now)
            if let expiresAt, expiresAt <= now { throw ValidationError("--expires must be in time to come.") }
            let store = try store.open(.creating)
            var generator = SystemRandomNumberGenerator()
            let bearer = BearerToken { generator.next() }
            let token = AccessToken(
                selector: bearer.selector, name: name, role: role, scopes: Set(scope), digest: bearer.digest, createdBy: try maker.name(),
                createdAt: now, expiresAt: expiresAt)
            guard try await StoreOption.saying({ () async throws(StoreFailure) in try await store.add(token) }) else {
                Terminal.write("courtois: there is a token “\(name)”: revoke it, or choose another name\n", to: .error)
                throw ExitCode(1)
            }
            Terminal.write("Keep it where only “\(name)” reads it: it is shown this once.\n", to: .error)
            guard Terminal.write(bearer.text + "\n", to: .output) else {
                Terminal.write("courtois: the token was not shown, and never will be: revoke “\(name)”, then make another\n", to: .error)
                throw ExitCode(2)
            }
        }
    }

    /// `courtois token list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List tokens: name, role, scopes, and whether they open anything.")

        @OptionGroup var store: StoreOption

        @Flag(help: "Also those that were revoked.")
        var all = false

        func run() async throws {
            let store = try store.open()
            let now = SystemClock.now()
            let tokens = try await StoreOption.saying { () async throws(StoreFailure) in try await store.tokens() }
            let shown = all ? tokens : tokens.filter { $0.revocation == nil }
            for token in shown { Terminal.write(Self.text(token, at: now) + "\n", to: .output) }
            if shown.isEmpty { Terminal.write("There is no token.\n", to: .error) }
        }

        /// `shop (3f2a…) · reviewer · messages:write · made 2026-03-01 by ada · used 2026-03-02T09Z`
        static func text(_ token: AccessToken, at now: Instant) -> String {
            var parts = [
                "\(token.name) (\(token.selector))", token.role.rawValue, token.scopeNames.joined(separator: " "),
                "made \(token.createdAt.utc.prefix(10)) by \(token.createdBy)",
            ]
            if let expiresAt = token.expiresAt { parts.append("\(expiresAt <= now ? "expired" : "until") \(expiresAt.utc)") }
            parts.append(token.lastUsedAt.map { "used \($0.utc.prefix(13))h" } ?? "never used")
            if let revocation = token.revocation { parts.append("revoked \(revocation.at.utc) by \(revocation.by)") }
            return TextRenderer.oneLine(parts.joined(separator: " · "))
        }
    }

    /// `courtois token revoke NAME`
    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "Take a token back: from here on it opens nothing.",
            discussion: "Exit code 1 when there is none.")

        @OptionGroup var store: StoreOption
        @OptionGroup var maker: MakerOption

        @Argument(help: "The token's name.")
        var name: String

        func run() async throws {
            let store = try store.open()
            let (name, maker) = (name, try maker.name())
            let now = SystemClock.now()
            let isRevoked = try await StoreOption.saying { () async throws(StoreFailure) in
                try await store.revoke(name, by: maker, at: now)
            }
            guard isRevoked else {
                Terminal.write("courtois: there is no token “\(TextRenderer.oneLine(name))”\n", to: .error)
                throw ExitCode(1)
            }
            Terminal.write("Revoked: \(TextRenderer.oneLine(name)).\n", to: .output)
        }
    }
}

/// Who makes tokens. Whoever may write the store's file may; the name is for the record.
struct MakerOption: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who acts, for the audit trail. (default: COURTOIS_USER, else the login name)", valueName: "name"))
    var given: String?

    func name() throws -> String { try PersonOption.colleague(named: given, role: .manager).name }
}

/// Until when a token opens anything.
struct Expiry: ExpressibleByArgument {
    private enum End {
        case days(Int)
        case moment(Instant)
    }

    private let end: End

    init?(argument: String) {
        if let moment = Instant(rfc3339: argument) {
            end = .moment(moment)
        } else if argument.hasSuffix("d"), let days = Int(argument.dropLast()), (1...36_500).contains(days) {
            end = .days(days)
        } else {
            return nil
        }
    }

    func moment(from now: Instant) -> Instant {
        switch end {
        case .days(let days): now + days * 86400
        case .moment(let moment): moment
        }
    }
}

extension Scope: ExpressibleByArgument {}
