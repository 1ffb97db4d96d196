package import Foundation
import Peers

/// The built `courtois`, run as a user runs it.
package struct Program: Sendable {
    package let status: Int32
    package let output: String
    package let error: String

    /// Runs it to its end, on threads of its own: those that tests and servers work on are never held.
    ///
    /// - Parameters:
    ///   - folder: Working directory.
    ///   - environment: Added to a plain environment without colours.
    ///   - name: Which of the built programs.
    package static func run(
        _ arguments: [String], input: Data = Data(), in folder: String? = nil, environment: [String: String] = [:],
        program name: String = "courtois"
    ) async throws -> Program {
        // A program that ends early leaves nobody to read the rest.
        signal(SIGPIPE, SIG_IGN)
        let plain = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm", "COURTOIS_CACHE": cache]
        let process = try ChildProcess(
            path(name), arguments, in: folder, environment: plain.merging(environment) { $1 }, input: .pipe, output: .pipe, error: .pipe)
        async let output = away { process.readOutput() }
        async let error = away { String(decoding: process.error?.readDataToEndOfFile() ?? Data(), as: UTF8.self) }
        await away {
            try? process.input?.write(contentsOf: input)
            try? process.input?.close()
        }
        let texts = await (output, error)
        return Program(status: await away { process.wait() }, output: texts.0, error: texts.1)
    }

    package static func run(_ arguments: [String], text: String, in folder: String? = nil) async throws -> Program {
        try await run(arguments, input: Data(text.utf8), in: folder)
    }

    private static func away<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }

    /// Where programs keep compiled rulebooks, so that each test does not wait for the compiler.
    package static var cache: String { path + "-rulebooks" }

    /// Beside the test bundle, where the build puts every product.
    package static var path: String { path("courtois") }

    private static func path(_ name: String) -> String {
        URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent(name).path
    }
}

/// Texts kept beside the tests. `COURTOIS_RECORD=1` writes them anew; the difference is then read in review.
package enum Golden {
    /// Whether `text` is what `file` holds; the difference otherwise.
    package static func difference(_ text: String, _ file: String, beside source: String = #filePath) throws -> String? {
        let url = URL(fileURLWithPath: source).deletingLastPathComponent().appendingPathComponent("Golden/\(file)")
        if ProcessInfo.processInfo.environment["COURTOIS_RECORD"] == "1" { try text.write(to: url, atomically: true, encoding: .utf8) }
        let expected = try String(contentsOf: url, encoding: .utf8)
        if text == expected { return nil }
        let lines = zip(
            text.split(separator: "\n", omittingEmptySubsequences: false), expected.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let first = lines.enumerated().first { $0.element.0 != $0.element.1 }
        return first.map { "line \($0.offset + 1): “\($0.element.0)”, expected “\($0.element.1)”" }
            ?? "\(text.count) characters, expected \(expected.count)"
    }
}
