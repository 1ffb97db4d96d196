internal import Desk
internal import GRDB
internal import Synchronization

/// Lets concurrent use cases share a transaction, so that they share the wait for the disk.
///
/// Whoever comes while nothing is being committed leads: it takes everything that queued meanwhile into one transaction,
/// commits, wakes those whose use cases are durable, and hands the lead to one of those that came during the commit. No task
/// is started and no timer waits. When a use case is unfit, the transaction is undone and done again with a savepoint for
/// each, so that its neighbours are not concerned.
final class CommitGroup: Sendable {
    private let pool: DatabasePool
    private let policy: ReviewPolicy
    private let place: String
    private let state = Mutex(State())

    private struct State {
        var isBusy = false
        /// Whether the last commit failed for want of room, or of the disk.
        var lacksRoom = false
        var queue: [Job] = []
        /// Numbers of quoted phrases that were read or committed. None while a transaction has them, and none after one that failed.
        var phrases = NumberSet()
    }

    /// Whether the last commit failed because the disk is full or broken: a commit of few pages would then prove nothing.
    var lacksRoom: Bool { state.withLock { $0.lacksRoom } }

    /// At most so many use cases in one transaction.
    private static let most = 1024

    init(_ pool: DatabasePool, policy: ReviewPolicy, place: String) {
        self.pool = pool
        self.policy = policy
        self.place = place
    }

    /// Runs `work` in a transaction, shared or not; when this returns, what it did is durable.
    ///
    /// `work` may be run more than once, each time on what the time before has left undone.
    func perform<Value: Sendable>(
        _ work: @escaping @Sendable (WriteSession) throws -> Value
    ) async throws(StoreFailure) -> Value {
        let outcome = Mutex<Result<Value, StoreFailure>?>(nil)
        let place = place
        let job = Job(
            run: { session in
                let value = try session.isCareful ? session.alone { try work(session) } : work(session)
                outcome.withLock { $0 = .success(value) }
            }, fail: { error in outcome.withLock { $0 = .failure(StoreFailure(error, place: place)) } })
        await take(job)
        guard let result = outcome.withLock({ $0 }) else { throw .unavailable(place: place, cause: "nothing was committed") }
        return try result.get()
    }

    /// One use case that waits for its commit.
    private struct Job: Sendable {
        let run: @Sendable (WriteSession) throws -> Void
        let fail: @Sendable (any Error) -> Void
        var wake: CheckedContinuation<Turn, Never>?
    }

    private enum Turn {
        case lead, done
    }

    private func take(_ job: Job) async {
        let turn = await withCheckedContinuation { continuation in
            let leads = state.withLock { state in
                if !state.isBusy {
                    state.isBusy = true
                    return true
                }
                var job = job
                job.wake = continuation
                state.queue.append(job)
                return false
            }
            if leads { continuation.resume(returning: .lead) }
        }
        if turn == .lead { await lead(with: job) }
    }

    private func lead(with own: Job) async {
        let others = state.withLock { state in
            let taken = Array(state.queue.prefix(Self.most - 1))
            state.queue.removeFirst(taken.count)
            return taken
        }
        await commit([own] + others)
        for job in others { job.wake?.resume(returning: .done) }
        let heir = state.withLock { state in
            if state.queue.isEmpty {
                state.isBusy = false
                return Job?.none
            }
            return state.queue.removeFirst()
        }
        heir?.wake?.resume(returning: .lead)
    }

    private func commit(_ jobs: [Job]) async {
        do {
            try await write(jobs, isCareful: false)
        } catch let error as DatabaseError where error.isUnfit {
            do { try await write(jobs, isCareful: true) } catch { fail(jobs, error) }
        } catch {
            fail(jobs, error)
        }
    }

    private func write(_ jobs: [Job], isCareful: Bool) async throws {
        let policy = policy
        let known = state.withLock { state in
            defer { state.phrases = NumberSet() }
            return state.phrases
        }
        let phrases = try await pool.write { db in
            let session = WriteSession(db, policy: policy, isCareful: isCareful, phrases: known)
            for job in jobs {
                do { try job.run(session) } catch let error as DatabaseError where isCareful && error.isUnfit { job.fail(error) }
            }
            try session.finish()
            return session.phrases
        }
        state.withLock { state in
            state.lacksRoom = false
            state.phrases = phrases
        }
    }

    private func fail(_ jobs: [Job], _ error: any Error) {
        if let error = error as? DatabaseError, error.resultCode == .SQLITE_FULL || error.resultCode == .SQLITE_IOERR {
            state.withLock { $0.lacksRoom = true }
        }
        for job in jobs { job.fail(error) }
    }
}
