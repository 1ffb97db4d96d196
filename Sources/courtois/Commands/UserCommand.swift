import ArgumentParser
import Cryptography
import Desk
import Glibc
import SQLiteStore

/// `courtois user`: the people who sign in to the desk.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Add and change the people who work in a browser.",
        discussion: """
            Passwords are asked for at the terminal, or read from standard input: one line. They are kept as scrypt hashes. A new \
            password, and being disabled, end every session of the user.
            """,
        subcommands: [List.self, Add.self, Password.self, SetRole.self, SetTeam.self, Disable.self, Enable.self],
        defaultSubcommand: List.self)

    /// `courtois user list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List everybody, with role and team.")

        @OptionGroup var store: StoreOption

        func run() async throws {
            let store = try store.open()
            let users = try await StoreOption.saying { () async throws(StoreFailure) in try await store.users() }
            for user in users { Terminal.write(UserCommand.line(user) + "\n", to: .output) }
            if users.isEmpty { Terminal.write("Nobody yet: add somebody with “courtois user add NAME --role manager”.\n", to: .error) }
        }
    }

    /// `courtois user add NAME`
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Add somebody.")

        @OptionGroup var options: UserOptions

        @Option(help: ArgumentHelp("What they may do: reader, reviewer or manager.", valueName: "role"))
        var role: Role = .reviewer

        @Option(help: ArgumentHelp("Whose cases they see first.", valueName: "team"))
        var team: Team?

        func run() async throws {
            let name = try options.userName()
            let store = try options.store.open(.creating)
            let hash = try PasswordPrompt.hash(for: name)
            let user = NewUser(name: name, role: role, team: team, password: hash)
            let actor = try options.actor()
            try UserOptions.report(
                try await StoreOption.saying { () async throws(StoreFailure) in
                    try await store.add(user, by: actor, at: SystemClock.now())
                }, name)
        }
    }

    /// `courtois user password NAME`
    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "password", abstract: "Give somebody a new password; their sessions end.")

        @OptionGroup var options: UserOptions

        func run() async throws { try await options.run(.password(try PasswordPrompt.hash(for: try options.userName()))) }
    }

    /// `courtois user role NAME ROLE`
    struct SetRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "role", abstract: "Change what somebody may do.")

        @OptionGroup var options: UserOptions

        @Argument(help: "reader, reviewer or manager.")
        var role: Role

        func run() async throws { try await options.run(.role(role)) }
    }

    /// `courtois user team NAME [TEAM]`
    struct SetTeam: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "team", abstract: "Change whose cases somebody sees first.")

        @OptionGroup var options: UserOptions

        @Argument(help: "The team; left out, none.")
        var team: Team?

        func run() async throws { try await options.run(.team(team)) }
    }

    /// `courtois user disable NAME`
    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disable", abstract: "Keep somebody out; their sessions end, and their name stays in the records.")
        @OptionGroup var options: UserOptions
        func run() async throws { try await options.run(.disabled(true)) }
    }

    /// `courtois user enable NAME`
    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "enable", abstract: "Let somebody in again.")
        @OptionGroup var options: UserOptions
        func run() async throws { try await options.run(.disabled(false)) }
    }

    static func line(_ user: User) -> String {
        let parts = [user.name.text, user.role.rawValue, user.team?.rawValue, user.isDisabled ? "disabled" : nil]
        return TextRenderer.oneLine(parts.compactMap(\.self).joined(separator: " · "))
    }
}

/// What every command about one user takes.
struct UserOptions: ParsableArguments {
    @OptionGroup var store: StoreOption

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who acts, for the audit trail. (default: COURTOIS_USER, else the login name)", valueName: "name"))
    var actorName: String?

    @Argument(help: "The name they sign in with.")
    var name: String

    func userName() throws -> UserName {
        guard let name = UserName(name) else {
            throw ValidationError("“\(TextRenderer.oneLine(name))” cannot be a name: at most 64 characters on one line, and not “rules”.")
        }
        return name
    }

    func actor() throws -> String {
        var person = try PersonOption.parse([])
        person.name = actorName
        return try person.colleague().name
    }

    func run(_ change: UserChange) async throws {
        let (name, actor) = (try userName(), try actor())
        let store = try store.open()
        try Self.report(
            try await StoreOption.saying { () async throws(StoreFailure) in
                try await store.change(name, change, by: actor, at: SystemClock.now())
            }, name)
    }

    /// Prints the user as they are now; a refusal is said, and ends the program with 1.
    static func report(_ result: Result<User, UserRefusal>, _ name: UserName) throws {
        switch result {
        case .success(let user): Terminal.write(UserCommand.line(user) + "\n", to: .output)
        case .failure(let refusal):
            let cause =
                switch refusal {
                case .nameIsTaken: "there is a user “\(name.text)” already"
                case .noSuchUser: "there is no user “\(name.text)”; “courtois user list” tells who there is"
                case .lastManager: "“\(name.text)” is the only manager; make somebody else one first"
                case .noSuchInvitation: "the link is over"
                }
            Terminal.write("courtois: \(cause)\n", to: .error)
            throw ExitCode(1)
        }
    }
}

/// Takes a new password, unseen at a terminal.
enum PasswordPrompt {
    static func hash(for name: UserName) throws -> String {
        let password = try read()
        guard NewPassword.isFit(password, for: name.text) else {
            throw ValidationError("the password is too simple: at least \(NewPassword.fewest) varied characters, and not the name.")
        }
        let salt = Array(RandomName.bytes().prefix(16))
        guard let hash = PasswordHash(of: Composition.composed(password), salt: salt) else {
            throw ValidationError("there is no memory to hash a password.")
        }
        return hash.text
    }

    private static func read() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            guard let line = readLine() else { throw ValidationError("there is no password on standard input.") }
            return line
        }
        let first = ask("New password: ")
        guard first == ask("Once more: ") else { throw ValidationError("the two passwords differ.") }
        return first
    }

    private static func ask(_ question: String) -> String {
        Terminal.write(question, to: .error)
        var before = termios()
        tcgetattr(STDIN_FILENO, &before)
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            Terminal.write("\n", to: .error)
        }
        return readLine() ?? ""
    }
}
