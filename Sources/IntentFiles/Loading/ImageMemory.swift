import Foundation

/// A file read into memory of its own, which does not change when the file does.
final class ImageMemory: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let memory: UnsafeMutableRawPointer

    /// Large pages are asked for: a rulebook is looked up all over.
    private static let pageBytes = 2 << 20

    /// Nil when there is no such file of this user, or when it cannot be read whole.
    init?(file path: String, mostBytes: Int) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_uid == geteuid(), (1...mostBytes).contains(status.st_size) else { return nil }
        let count = status.st_size
        var memory: UnsafeMutableRawPointer?
        guard posix_memalign(&memory, Self.pageBytes, count) == 0, let memory else { return nil }
        madvise(memory, count / Self.pageBytes * Self.pageBytes, MADV_HUGEPAGE)
        var done = 0
        while done < count {
            let taken = read(file, memory.advanced(by: done), count - done)
            if taken > 0 { done += taken } else if taken == 0 || errno != EINTR { break }
        }
        guard done == count else {
            free(memory)
            return nil
        }
        self.memory = memory
        bytes = UnsafeRawBufferPointer(start: memory, count: count)
    }

    deinit { free(memory) }
}
