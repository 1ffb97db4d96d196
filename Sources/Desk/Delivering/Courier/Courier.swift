import Synchronization

/// Takes approved replies out of the outbox and to their platforms.
///
/// Any number of couriers may share an outbox; leases keep them apart. A courier that is killed at any point leaves
/// nothing behind but leases, which end by themselves (see `Outbox`).
public final class Courier: Sendable {
    /// Finds the channel a reply leaves by; nil when none is set up for its account.
    public typealias Channels = @Sendable (OutgoingReply) -> (any ReplyChannel)?

    private let round: CourierRound
    private let isStopping = Mutex(false)
    private let wakeUp = Mutex<Task<Void, Never>?>(nil)

    /// - Parameters:
    ///   - random: Evenly distributed bits, for the jitter of waits.
    ///   - notice: Told of everything that happens, from any thread.
    public init(
        outbox: any Outbox, transport: any Transport, channels: @escaping Channels, settings: CourierSettings, clock: CourierClock,
        random: @escaping @Sendable () -> UInt64, notice: @escaping @Sendable (CourierEvent) -> Void = { _ in }
    ) {
        round = CourierRound(
            outbox: outbox, transport: transport, channels: channels, settings: settings, clock: clock, random: random, notice: notice)
    }

    /// Delivers what is due and comes back when nothing is left to do now; how many deliveries were tried.
    ///
    /// What its account's rate holds back is waited for; what waits for a later moment is not.
    @discardableResult
    public func deliverDue() async throws -> Int { try await work(goesOn: false) }

    /// Delivers until `stop` is called. A store that fails is asked again a little later.
    public func run() async {
        // Thrown only by `deliverDue`.
        _ = try? await work(goesOn: true)
    }

    /// Claims nothing more; what is under way comes to its end, and `run` returns.
    public func stop() {
        isStopping.withLock { $0 = true }
        round.stop()
        wakeUp.withLock { $0 }?.cancel()
    }

    private enum Happening: Sendable {
        case tried
        case rested
    }

    private func work(goesOn: Bool) async throws -> Int {
        try await withThrowingTaskGroup(of: Happening.self) { group in
            var (tried, underWay) = (0, 0)
            var (isResting, hasRested) = (false, false)
            while true {
                var claimed: [Delivery] = []
                let free = round.settings.concurrency - underWay
                // Several at a time: a claim costs a commit, whether of one delivery or of many.
                if !hasStopped, free > 0, hasRested || underWay == 0 || free * 4 >= round.settings.concurrency {
                    hasRested = false
                    do {
                        claimed = try await round.claim(most: free)
                    } catch {
                        round.fail(error)
                        guard goesOn else {
                            while try await group.next() != nil {}
                            throw error
                        }
                    }
                }
                for delivery in claimed {
                    group.addTask { [round] in
                        await round.deliver(delivery)
                        return .tried
                    }
                }
                underWay += claimed.count
                let looksAgain = !hasStopped && (goesOn || round.holdsBack)
                let isDone = hasStopped || claimed.isEmpty && !looksAgain
                if underWay == 0, isDone { break }
                if !isResting, looksAgain, underWay < round.settings.concurrency {
                    isResting = true
                    rest(in: &group)
                }
                switch try await group.next() {
                case .tried:
                    underWay -= 1
                    tried += 1
                case .rested: (isResting, hasRested) = (false, true)
                case nil: break
                }
            }
            wakeUp.withLock { $0 }?.cancel()
            return tried
        }
    }

    private var hasStopped: Bool { Task.isCancelled || isStopping.withLock { $0 } }

    /// Lets the group hear when it is time to look again.
    private func rest(in group: inout ThrowingTaskGroup<Happening, any Error>) {
        let sleep = Task { [round] in await round.rest() }
        wakeUp.withLock { $0 = sleep }
        if hasStopped { sleep.cancel() }
        group.addTask {
            await sleep.value
            return .rested
        }
    }
}
