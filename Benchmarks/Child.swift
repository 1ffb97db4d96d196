import Foundation
import Glibc

/// Runs a program to its end with its output thrown away, and says what it took.
struct Child {
    /// Wall seconds from start to end, and the most memory it held.
    let seconds: Double
    let peakMegabytes: Int

    static func run(_ program: String, _ arguments: [String], input path: String) throws -> Child {
        try run(program, arguments, input: try FileHandle(forReadingFrom: URL(fileURLWithPath: path))) {}
    }

    static func run(_ program: String, _ arguments: [String], text: String) throws -> Child {
        try run(program, arguments, stream: Data(text.utf8), times: 1)
    }

    /// Feeds `stream` so many times.
    static func run(_ program: String, _ arguments: [String], stream: Data, times: Int) throws -> Child {
        let pipe = Pipe()
        return try run(program, arguments, input: pipe.fileHandleForReading) {
            for _ in 0..<times { try pipe.fileHandleForWriting.write(contentsOf: stream) }
            try pipe.fileHandleForWriting.close()
        }
    }

    private static func run(_ program: String, _ arguments: [String], input: FileHandle, feed: () throws -> Void) throws -> Child {
        let null = open("/dev/null", O_WRONLY)
        defer { close(null) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.fileDescriptor, 0)
        posix_spawn_file_actions_adddup2(&actions, null, 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child = pid_t()
        let start = ContinuousClock.now
        guard posix_spawn(&child, program, &actions, &attributes, words, environ) == 0 else {
            throw Bench.Failure(text: "\(program) cannot be started")
        }
        try? input.close()
        try feed()
        var status: Int32 = 0
        var usage = rusage()
        while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
        let elapsed = (ContinuousClock.now - start).components
        guard status == 0 else { throw Bench.Failure(text: "\(program) ended with status \(status)") }
        return Child(
            seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18, peakMegabytes: usage.ru_maxrss / 1024)
    }
}

/// The machine the figures were taken on.
enum Machine {
    static var description: String {
        let cpu = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n")
            .first { $0.hasPrefix("model name") }?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
        return "\(cpu ?? "unknown processor"), \(ProcessInfo.processInfo.activeProcessorCount) processors"
    }

    /// Processor time of this thread.
    static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
