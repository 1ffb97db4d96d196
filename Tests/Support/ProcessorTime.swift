import Glibc

/// Time of processors, which does not grow with what runs beside.
package enum ProcessorTime {
    /// What the calling thread alone uses for `work`, which must not suspend.
    package static func measure(_ work: () -> Void) -> Duration {
        let start = thread
        work()
        return thread - start
    }

    private static var thread: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
