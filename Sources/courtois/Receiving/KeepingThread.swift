import Dispatch

/// Where the keeper runs: a thread beside those that decide, which are as many as there are processors and let nobody in while
/// they work. Otherwise the store would stand still until a block is decided.
final class KeepingThread: TaskExecutor {
    private let queue = DispatchQueue(label: "courtois.keeping", qos: .userInitiated)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
