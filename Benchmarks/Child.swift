import Foundation
import Glibc

/// Runs a program to its end with its output thrown away, and says what it took.
struct Child {
    /// Wall seconds from start to end, and the most memory it held.
    let seconds: Double
    let peakMegabytes: Int

    static func run(_ program: String, _ arguments: [String], input path: String) throws -> Child {
        try run(program, arguments, input: try FileHandle(forReadingFrom: URL(fileURLWithPath: path))) { _ in 0 }
    }

    static func run(_ program: String, _ arguments: [String], text: String) throws -> Child {
        try run(program, arguments, stream: Data(text.utf8), times: 1, watchesMemory: false)
    }

    /// Feeds `stream` so many times.
    static func run(_ program: String, _ arguments: [String], stream: Data, times: Int, watchesMemory: Bool = true) throws -> Child {
        let pipe = Pipe()
        // Else the child would hold the end it waits for.
        _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        return try run(program, arguments, input: pipe.fileHandleForReading) { child in
            for _ in 0..<times { try pipe.fileHandleForWriting.write(contentsOf: stream) }
            let peak = watchesMemory ? settledPeak(of: child) : 0
            try pipe.fileHandleForWriting.close()
            return peak
        }
    }

    /// The most memory a process held, in megabytes, once it asks for no more. What `wait4` reports is no use: Linux
    /// counts the parent's memory at the start of the child as the child's.
    private static func settledPeak(of child: pid_t) -> Int {
        var last = -1
        var calm = 0
        while calm < 10 {
            usleep(50_000)
            let status = (try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            let peak = line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
            calm = peak == last ? calm + 1 : 0
            last = peak
        }
        return last / 1024
    }

    private static func run(_ program: String, _ arguments: [String], input: FileHandle, feed: (pid_t) throws -> Int) throws -> Child {
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
        let peak = try feed(child)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let elapsed = (ContinuousClock.now - start).components
        guard status == 0 else { throw Bench.Failure(text: "\(program) ended with status \(status)") }
        return Child(
            seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18, peakMegabytes: peak)
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
