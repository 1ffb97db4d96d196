import Dispatch

/// Where calls are decided: a thread beside those that read and answer, which nothing else can keep waiting.
final class DeskThread: TaskExecutor {
    private let queue = DispatchQueue(label: "courtois.desk", qos: .userInitiated)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
