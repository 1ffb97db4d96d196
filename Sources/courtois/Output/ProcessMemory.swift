import CMemory

/// What the process holds of the machine's memory.
enum ProcessMemory {
    /// A block of this many bytes is asked of the system by itself, and given back to it as soon as it is freed.
    private static let aloneBytes: Int32 = 1 << 20

    /// Lets threads share two heaps. glibc gives each thread one of its own, of which every one keeps what it once needed.
    ///
    /// Large blocks stay out of them: once one was freed, glibc would put the next ones up to its size into a heap, where
    /// they leave holes. To be called before there are threads.
    static func shareHeaps() {
        _ = courtois_malloc_arenas(2)
        _ = courtois_malloc_alone(aloneBytes)
    }

    /// Gives back to the system what loading has freed.
    static func giveBack() { _ = courtois_malloc_trim() }
}
