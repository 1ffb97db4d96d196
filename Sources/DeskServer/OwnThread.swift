import Dispatch

/// A thread for one long task, beside those that serve or decide, which are as many as there are processors and let nobody in while
/// they work.
public final class OwnThread: TaskExecutor {
    private let queue: DispatchQueue

    /// - Parameter label: What debuggers call it.
    public init(_ label: String) { queue = DispatchQueue(label: label, qos: .userInitiated) }

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
