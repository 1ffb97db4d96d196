import CSpawn
package import Foundation
import Glibc
import Synchronization

/// A program at work beside the tests, started by `posix_spawn`.
///
/// Foundation's `Process` looks for the open descriptors to close, and reads each name in the listing as 256 bytes: where
/// the process holds some 1,350 descriptors, as tests side by side do, that is beyond the end of the listing, and the
/// reader crashes now and then. Here the child closes what it does not need by itself.
package final class ChildProcess: Sendable {
    /// What a stream of the program is joined to.
    package enum Stream: Sendable {
        case null
        case pipe
        /// What the program's output is joined to; for its errors alone.
        case output
    }

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private let identifier: pid_t
    /// This side of the streams that are pipes.
    package let input: FileHandle?
    package let output: FileHandle?
    package let error: FileHandle?

    private let end = Mutex<Int32?>(nil)
    private let ended = DispatchSemaphore(value: 0)

    /// Starts the program at `path` with no signal blocked or ignored.
    ///
    /// - Parameters:
    ///   - folder: Its working folder; this process's own if nil.
    ///   - environment: This process's own if nil.
    package init(
        _ path: String, _ arguments: [String] = [], in folder: String? = nil, environment: [String: String]? = nil,
        input: Stream = .null, output: Stream = .null, error: Stream = .null
    ) throws {
        var theirs: [Int32] = []
        var ours: [FileHandle?] = []
        defer { for descriptor in theirs { close(descriptor) } }
        for (stream, number) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (error, STDERR_FILENO)] {
            let (their, our) = try Self.open(stream, number, theirs)
            theirs.append(their)
            ours.append(our)
        }
        (self.input, self.output, self.error) = (ours[0], ours[1], ours[2])
        identifier = try Self.spawn(path, arguments, folder, environment ?? ProcessInfo.processInfo.environment, theirs)
        Thread.detachNewThread { [self] in
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
            // As a shell says it: the signal that ended a program behind 128.
            end.withLock { $0 = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F }
            ended.signal()
        }
    }

    package var isRunning: Bool { end.withLock { $0 == nil } }

    /// Sends a signal, unless it has ended.
    package func signal(_ number: Int32) {
        end.withLock { if $0 == nil { kill(identifier, number) } }
    }

    /// Holds the thread until it ends; what it ended with, or 128 and the signal that ended it.
    @discardableResult
    package func wait() -> Int32 {
        ended.wait()
        ended.signal()
        return end.withLock { $0 } ?? -1
    }

    /// All it writes to its output until it closes it.
    package func readOutput() -> String { output.map { String(decoding: $0.readDataToEndOfFile(), as: UTF8.self) } ?? "" }

    // MARK: Starting

    /// The program's side of a stream, and this one's.
    private static func open(_ stream: Stream, _ number: Int32, _ theirs: [Int32]) throws -> (Int32, FileHandle?) {
        switch stream {
        case .null: return (try valid(Glibc.open("/dev/null", (number == STDIN_FILENO ? O_RDONLY : O_WRONLY) | O_CLOEXEC)), nil)
        case .output: return (try valid(fcntl(theirs[Int(STDOUT_FILENO)], F_DUPFD_CLOEXEC, 3)), nil)
        case .pipe:
            var ends: [Int32] = [-1, -1]
            guard pipe2(&ends, O_CLOEXEC) == 0 else { throw Failure(description: String(cString: strerror(errno))) }
            let (their, our) = number == STDIN_FILENO ? (ends[0], ends[1]) : (ends[1], ends[0])
            return (their, FileHandle(fileDescriptor: our, closeOnDealloc: true))
        }
    }

    private static func valid(_ descriptor: Int32) throws -> Int32 {
        if descriptor < 0 { throw Failure(description: String(cString: strerror(errno))) }
        return descriptor
    }

    private static func spawn(
        _ path: String, _ arguments: [String], _ folder: String?, _ environment: [String: String], _ streams: [Int32]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in streams.enumerated() { posix_spawn_file_actions_adddup2(&actions, stream, Int32(number)) }
        if let folder { posix_spawn_file_actions_addchdir_np(&actions, folder) }
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var identifier: pid_t = 0
        let code = posix_spawn(&identifier, path, &actions, &attributes, &words, &settings)
        if code != 0 { throw Failure(description: "\(path): \(String(cString: strerror(code)))") }
        return identifier
    }
}
