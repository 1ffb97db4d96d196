import Desk
import DeskServer
import Foundation
import Peers
import SQLiteStore
import Support
import Testing

@testable import courtois

/// The API beside its own description, tried by a program that knows neither.
@Suite("schemathesis against the API", .timeLimit(.minutes(8)))
struct SchemathesisTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../scripts/schemathesis.sh"
    ).standardized.path

    /// How long it is tried. Not beside the other tests: it would take the processors that those are timed on.
    private static let seconds = ProcessInfo.processInfo.environment["COURTOIS_SCHEMATHESIS_SECONDS"]

    @Test(
        "finds no 5xx, no answer that is not described, no other shape, and nothing that opens without a token",
        .enabled(if: seconds != nil, "“make check-api” runs it, by COURTOIS_SCHEMATHESIS_SECONDS"))
    func tried() async throws {
        let change: (inout ServerSettings) -> Void = {
            // The clock stands still here: no share would ever be given back.
            $0.requestsPerMinute = 120_000
            $0.callsPerMinute = 120_000
        }
        let rules = try TemporaryFolder(SampleRules.files)
        let path = rules.path
        let parts: (inout ServerParts) -> Void = { parts in
            let source = FolderRulebooks(path: path, now: { Sample.start })
            parts.watcher = RulebookWatcher(
                source: source, shelf: parts.shelf, stamp: source.stamp(), pause: .seconds(3600), figures: parts.figures,
                health: parts.health, logger: parts.logger)
        }
        try await ServerHouse.run(in: try TemporaryFolder(), settings: change, parts: parts) { house async throws in
            let token = try await house.token(role: .manager)
            try await house.send("form-1048", token)
            for number in 2...4 { try await house.send("m\(number)", token) }
            for number in 2...3 {
                #expect(
                    await house.api("POST", "/cases/\(number)/draft/approval", token, [("if-match", "\"1\"")])?.status == 200)
            }
            let url = "http://127.0.0.1:\(house.port)"
            let seconds = try #require(Self.seconds)
            let tried = try await PlainClient.away { Result { try Self.run([url, token, seconds]) } }.get()
            if tried.status == 77 { return print(tried.output) }
            #expect(tried.status == 0, "\(tried.output)")
            print(tried.output.split(separator: "\n").suffix(14).joined(separator: "\n"))
            #expect(await house.get("/readyz")?.status == 200)
        }
        _ = rules
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = try ChildProcess(script, arguments, output: .pipe, error: .output)
        let output = process.readOutput()
        return (process.wait(), output)
    }
}
