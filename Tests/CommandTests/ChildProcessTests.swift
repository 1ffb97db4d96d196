import Foundation
import Peers
import Testing

@Suite("Programs that tests start")
struct ChildProcessTests {
    @Test("a program holds its three streams and nothing else that is open here")
    func descriptors() throws {
        let other = Pipe()
        let process = try ChildProcess("/bin/sh", ["-c", "cd /proc/self/fd && echo *"], output: .pipe, error: .output)
        // The shell may hold the folder it lists.
        #expect(process.readOutput().split(separator: " ").prefix(3) == ["0", "1", "2"])
        #expect(process.wait() == 0)
        let listing = try ChildProcess("/bin/ls", ["/proc/self/fd"], output: .pipe)
        #expect(listing.readOutput().split(separator: "\n").count <= 4)
        withExtendedLifetime(other) {}
    }

    @Test("what a program ended with is known, be it a signal")
    func endings() throws {
        #expect(try ChildProcess("/bin/sh", ["-c", "exit 7"]).wait() == 7)
        let sleeper = try ChildProcess("/bin/sleep", ["60"])
        #expect(sleeper.isRunning)
        sleeper.signal(SIGTERM)
        #expect(sleeper.wait() == 128 + SIGTERM)
        #expect(!sleeper.isRunning)
        #expect(throws: ChildProcess.Failure.self) { try ChildProcess("/none") }
    }

    @Test("a program runs in its folder, with its settings and what is written to it")
    func surroundings() throws {
        let process = try ChildProcess(
            "/bin/sh", ["-c", "pwd; echo $WORD; cat"], in: "/usr", environment: ["WORD": "colis"], input: .pipe, output: .pipe)
        try process.input?.write(contentsOf: Data("merci".utf8))
        try process.input?.close()
        #expect(process.readOutput() == "/usr\ncolis\nmerci")
    }
}
