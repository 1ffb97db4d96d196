import CMemory

/// What the process holds of the machine's memory.
enum ProcessMemory {
    /// Lets threads share two heaps. glibc gives each thread one of its own, of which every one keeps what it once needed.
    ///
    /// To be called before there are threads.
    static func shareHeaps() { _ = courtois_malloc_arenas(2) }

    /// Gives back to the system what loading has freed.
    static func giveBack() { _ = courtois_malloc_trim() }
}
