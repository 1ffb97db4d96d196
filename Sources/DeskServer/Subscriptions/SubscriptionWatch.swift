public import Channels
public import Desk
public import Logging
public import ServiceLifecycle

/// Asks platforms that stop calling by themselves whether they still call: soon after the start, and daily.
///
/// One question at a time, each ended by the transport's own limit. Where there was no answer, it is asked again in an hour. At a
/// stop, what is under way is given up: nothing is lost with it.
public struct SubscriptionWatch: Service {
    private let accounts: [Account]
    private let transport: any Transport
    private let board: SubscriptionBoard
    private let clock: CourierClock
    private let logger: Logger

    private struct Account {
        let adapter: any ChannelAdapter
        let door: ChannelAccount
        let checks: [SubscriptionCheck]
        /// Ticks of the next questions.
        var due: Int
    }

    /// Milliseconds.
    private static let delay = 2000
    private static let day = 86_400_000
    private static let hour = 3_600_000

    /// - Parameters:
    ///   - clock: Sleeps until a wait is over or its task is cancelled.
    ///   - logger: Told of accounts that cannot be asked about, at once.
    public init(
        directory: ChannelDirectory, transport: any Transport, board: SubscriptionBoard, clock: CourierClock, logger: Logger
    ) {
        self.transport = transport
        self.board = board
        self.clock = clock
        self.logger = logger
        var accounts: [Account] = []
        for adapter in directory.all {
            let door = ChannelAccount(channel: type(of: adapter).route, account: adapter.account.name)
            do throws(ReplyRefusal) {
                let checks = try adapter.subscriptionChecks()
                if checks.isEmpty { continue }
                accounts.append(Account(adapter: adapter, door: door, checks: checks, due: clock.ticks() + Self.delay))
            } catch {
                Self.notWatched(door, error.words, logger)
            }
        }
        self.accounts = accounts
    }

    /// Whether there is anything to ask.
    public var isNeeded: Bool { !accounts.isEmpty }

    public func run() async throws {
        if accounts.isEmpty { return try await gracefulShutdown() }
        await cancelWhenGracefulShutdown { await watch() }
    }

    private func watch() async {
        var accounts = accounts
        while !Task.isCancelled {
            let next = accounts.map(\.due).min() ?? 0
            await clock.sleep(max(0, next - clock.ticks()))
            for index in accounts.indices where accounts[index].due <= clock.ticks() && !Task.isCancelled {
                let isAnswered = await ask(accounts[index])
                accounts[index].due = clock.ticks() + (isAnswered ? Self.day : Self.hour)
            }
        }
    }

    /// Asks everything about one account; whether all was answered.
    private func ask(_ account: Account) async -> Bool {
        var findings: [SubscriptionFinding] = []
        for check in account.checks {
            let finding = await ask(check, by: account.adapter)
            // What a stop has broken off says nothing.
            if Task.isCancelled { return false }
            note(finding, of: check, account.door)
            findings.append(finding)
        }
        if findings.allSatisfy({ $0.state == .notApplicable }) {
            Self.notWatched(account.door, "none of its ids can be asked about", logger)
        }
        board.note(findings, for: account.door, at: clock.now())
        return !findings.contains { $0.state == .unknown }
    }

    private func ask(_ check: SubscriptionCheck, by adapter: any ChannelAdapter) async -> SubscriptionFinding {
        do throws(TransportFailure) {
            return adapter.subscription(in: try await transport.send(check.request), to: check)
        } catch {
            return SubscriptionFinding(.unknown, cause: error.cause)
        }
    }

    private static func notWatched(_ door: ChannelAccount, _ cause: String, _ logger: Logger) {
        logger.notice(
            "subscription not watched",
            metadata: ["channel": .string(door.channel), "account": .string(door.account), "cause": .string(cause)])
    }

    /// Names of the settings, and words of our own; nothing of the platform's answer.
    private func note(_ finding: SubscriptionFinding, of check: SubscriptionCheck, _ door: ChannelAccount) {
        var metadata: Logger.Metadata = [
            "channel": .string(door.channel), "account": .string(door.account), "subject": .string(check.subject),
            "finding": .string(finding.state.rawValue), "cause": .string(finding.cause),
        ]
        if !finding.remedy.isEmpty { metadata["remedy"] = .string(finding.remedy) }
        let isWarning = finding.state.needsPerson || finding.state == .unknown
        logger.log(level: isWarning ? .warning : finding.state == .subscribed ? .info : .debug, "subscription", metadata: metadata)
    }
}

extension TransportFailure {
    fileprivate var cause: String {
        switch self {
        case .notSent(let cause), .interrupted(let cause), .forbidden(let cause): cause
        }
    }
}
