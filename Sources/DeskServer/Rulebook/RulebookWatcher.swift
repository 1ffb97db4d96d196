public import Desk
import Dispatch
public import Logging
public import ServiceLifecycle
import Synchronization

/// Takes a changed rulebook into use, and keeps the one there is when the new one has findings.
///
/// An actor, so that one look is over before the next begins; files are read on a thread of their own.
public actor RulebookWatcher: Service {
    private let source: any RulebookSource
    private let shelf: RulebookShelf
    private let figures: ServerFigures
    private let health: HealthBoard
    private let reloads: any RuleReloads
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let wishes: AsyncStream<Void>
    private nonisolated let wish: AsyncStream<Void>.Continuation
    /// Whether rules are to be read again, whatever else is wished for; apart, so that no other wish takes its place.
    private let wantsReload = Mutex(false)
    private let pause: Duration
    /// The files as they were last read.
    private var read: String
    /// The files as they were last seen.
    private var seen: String

    /// What a look came to.
    public enum Look: Sendable, Hashable {
        case same
        /// They have changed since the last look, and may be changing still.
        case changing
        case replaced(hash: String)
        case kept(findings: Int)
    }

    /// - Parameters:
    ///   - stamp: That of the files the shelf's rulebook was read from, taken before they were read.
    ///   - pause: Between two looks.
    ///   - reloads: Takes down every reading, by whom and what came of it.
    public init(
        source: any RulebookSource, shelf: RulebookShelf, stamp: String, pause: Duration, figures: ServerFigures, health: HealthBoard,
        reloads: any RuleReloads, now: @escaping @Sendable () -> Instant, logger: Logger
    ) {
        self.source = source
        self.shelf = shelf
        self.pause = pause
        self.figures = figures
        self.health = health
        self.reloads = reloads
        self.now = now
        self.logger = logger
        read = stamp
        seen = stamp
        // Wishes that come during a look are one.
        (wishes, wish) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Looks until the group shuts down.
    public func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { [self, pause] in
                    while (try? await Task.sleep(for: pause)) != nil {
                        if !askForLook() { return }
                    }
                }
                for await _ in wishes {
                    let isReload = wantsReload.withLock { wanted in
                        defer { wanted = false }
                        return wanted
                    }
                    _ = isReload ? await reload(.signal) : await look()
                }
                group.cancelAll()
            }
        } onGracefulShutdown: {
            self.wish.finish()
        }
    }

    /// Asks for a look, as the clock does; false once it looks no more.
    nonisolated func askForLook() -> Bool {
        if case .terminated = wish.yield() { return false }
        return true
    }

    /// Asks for the rules to be read again, whether they have changed or not, as at SIGHUP.
    public nonisolated func askForReload() {
        wantsReload.withLock { $0 = true }
        wish.yield()
    }

    /// Reads the rules again when they have changed and have come to rest: the same in two looks.
    public func look() async -> Look {
        let stamp = await reading { [source] in source.stamp() }
        if stamp == read {
            seen = stamp
            return .same
        }
        guard stamp == seen else {
            seen = stamp
            return .changing
        }
        return await load(stamp, .change)
    }

    /// Reads the rules again.
    public func reload(_ cause: RulebookReload.Cause) async -> Look {
        let stamp = await reading { [source] in source.stamp() }
        return await load(stamp, cause)
    }

    private func load(_ stamp: String, _ cause: RulebookReload.Cause) async -> Look {
        let result = await reading { [source] in source.load() }
        (read, seen) = (stamp, stamp)
        switch result {
        case .success(let edition):
            shelf.replace(with: edition)
            figures.reload(succeeded: true)
            health.report(.rulebook, nil)
            logger.info("rulebook in use", metadata: ["rulebook": .string(edition.hash)])
            await note(cause, .used(hash: edition.hash))
            return .replaced(hash: edition.hash)
        case .failure(let findings):
            shelf.keep(inSpiteOf: findings)
            figures.reload(succeeded: false)
            health.remark(.rulebook, "\(findings.lines.count) findings in the new rules; those of before are in use")
            logger.error(
                "rulebook kept",
                metadata: [
                    "rulebook": .string(shelf.hash), "findings": .array(findings.lines.prefix(10).map { .string($0) }),
                    "count": .stringConvertible(findings.lines.count),
                ])
            await note(cause, .refused(findings: findings.lines.count, kept: shelf.hash))
            return .kept(findings: findings.lines.count)
        }
    }

    /// Rules are in use also where that cannot be taken down: every decision keeps the hash of its own.
    private func note(_ cause: RulebookReload.Cause, _ result: RulebookReload.Result) async {
        do throws(StoreFailure) {
            try await reloads.note(RulebookReload(cause, at: now(), result))
        } catch {
            logger.error("reload not recorded", metadata: ["failure": .string(error.label)])
        }
    }

    /// Runs what blocks away from the threads that serve.
    private func reading<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(returning: body()) }
        }
    }
}
