import Foundation
import Testing

/// Imports go downward only and siblings never import each other. `swift build` does not see to that.
@Suite("Direction of imports")
struct ImportDirectionTests {
    /// What each target's sources may import, beside what comes with the toolchain.
    static let allowed: [String: Set<String>] = [
        "Cryptography": ["CLibcrypto"], "IntentEngine": ["CPrefetch"], "Desk": ["IntentEngine"],
        "Spelling": ["CHunspell", "Desk", "IntentEngine"],
        "IntentFiles": ["Cryptography", "Desk", "IntentEngine", "Yams"],
        "Channels": ["Cryptography", "Desk", "IntentEngine"], "CurlTransport": ["CCurl", "Desk"],
        "SQLiteStore": ["CSQLite", "Cryptography", "Desk", "GRDB", "GRDBSQLite", "IntentEngine"],
        "DeskServer": [
            "Channels", "Cryptography", "Desk", "HTTPTypes", "Hummingbird", "HummingbirdCore", "IntentEngine", "Logging", "NIOCore",
            "NIOHTTPTypes", "ServiceLifecycle",
        ],
        "DeskPages": [
            "Channels", "Cryptography", "Desk", "DeskServer", "HTTPTypes", "Hummingbird", "IntentEngine", "Logging", "Mustache", "NIOCore",
            "ServiceLifecycle",
        ],
        "courtois": [
            "ArgumentParser", "CMemory", "Channels", "Cryptography", "CurlTransport", "Desk", "DeskPages", "DeskServer", "IntentEngine",
            "IntentFiles", "Logging", "SQLiteStore", "ServiceLifecycle", "Spelling", "UnixSignals",
        ],
    ]

    /// Modules of the toolchain. The engine is pure: it has none of them; the desk has only those without I/O.
    static let toolchain: [String: Set<String>] = [
        "DeskServer": ["Dispatch", "Synchronization"], "DeskPages": ["Dispatch", "Synchronization"],
        "Channels": [], "Cryptography": [], "IntentEngine": [], "Desk": ["Swift", "Synchronization"],
        "Spelling": ["Foundation", "Synchronization"],
        "CurlTransport": ["Foundation", "Glibc", "Synchronization"],
        "IntentFiles": ["Dispatch", "Foundation", "Synchronization"],
        "SQLiteStore": ["Dispatch", "Foundation", "Glibc", "Synchronization"],
        "courtois": ["Dispatch", "Foundation", "Glibc", "Synchronization"],
    ]

    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    @Test("every target of Sources is in the table, and none imports what the table does not allow")
    func imports() throws {
        let targets = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).filter { name in
            (try? Self.files(of: name).isEmpty) == false
        }
        #expect(Set(targets) == Set(Self.allowed.keys))
        for target in targets {
            let allowed = (Self.allowed[target] ?? []).union(Self.toolchain[target] ?? [])
            for file in try Self.files(of: target) {
                for module in try Self.imports(in: file) where !allowed.contains(module) {
                    Issue.record("\(target)/\(file.lastPathComponent) imports \(module)")
                }
            }
        }
    }

    @Test("the test itself sees imports of every kind")
    func seesImports() throws {
        let text = "import A\npublic import B\n@testable import C\ninternal import struct D.E\n// import F\nlet x = \"import G\"\n"
        #expect(Self.imports(inText: text) == ["A", "B", "C", "D"])
    }

    private static func files(of target: String) throws -> [URL] {
        let folder = sources.appendingPathComponent(target)
        let names = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
        return names.filter { $0.pathExtension == "swift" }
    }

    private static func imports(in file: URL) throws -> [String] { imports(inText: try String(contentsOf: file, encoding: .utf8)) }

    private static func imports(inText text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            var words = line.split(separator: " ")
            while let first = words.first,
                first.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(first)
            {
                words.removeFirst()
            }
            guard words.first == "import", words.count > 1 else { return nil }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
            return name.split(separator: ".").first.map(String.init)
        }
    }
}

/// The sizes the house keeps to, so that a file has one thing to say.
@Suite("Sizes of files")
struct FileSizeTests {
    @Test(
        "no source file has more than 500 lines, no test more than 800",
        arguments: [("Sources", 500), ("Tests", 800), ("Benchmarks", 500), ("Load", 500), ("Stress", 500)])
    func sizes(_ folder: String, _ most: Int) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let names = FileManager.default.enumerator(at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)?.allObjects
        for file in (names as? [URL] ?? []) where file.pathExtension == "swift" {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= most, "\(file.lastPathComponent) has \(lines) lines")
        }
    }
}
