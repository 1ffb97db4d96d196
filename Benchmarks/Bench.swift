import Foundation
import Glibc
import IntentEngine
import IntentFiles

/// Measures what the README says of speed, growth, memory and start-up. Every comparison is made inside one run, in
/// turns, because machines are noisy.
@main
struct Bench {
    private let binary: String
    private let rules: String
    /// The one measure wanted; nil for all.
    private let only: String?

    private static let measures = ["understanding", "pipe", "growth", "memory", "start", "stream"]

    static func main() {
        let arguments = CommandLine.arguments
        let only = arguments.count > 3 ? arguments[3] : nil
        guard (2...4).contains(arguments.count), FileManager.default.isExecutableFile(atPath: arguments[1]),
            only.map(measures.contains) ?? true
        else {
            end("usage: courtois-bench BINARY [RULES [\(measures.joined(separator: "|"))]]", 2)
        }
        do {
            try Bench(binary: arguments[1], rules: arguments.count > 2 ? arguments[2] : "intents", only: only).run()
        } catch {
            end("courtois-bench: \(error)", 1)
        }
    }

    private static func end(_ text: String, _ status: Int32) -> Never {
        FileHandle.standardError.write(Data((text + "\n").utf8))
        exit(status)
    }

    private func run() throws {
        // Compiled rulebooks are kept here, so that no run finds what another one left.
        let cache = NSTemporaryDirectory() + "/courtois-bench-\(getpid())"
        setenv("COURTOIS_CACHE", cache, 1)
        defer { try? FileManager.default.removeItem(atPath: cache) }
        let loaded = RulebookLoader.load(rules)
        guard loaded.findings.isEmpty else {
            throw Failure(text: "the rulebook “\(rules)” has findings: courtois check \(rules) lists them")
        }
        let corpus = Corpus(loaded)
        print("machine: \(Machine.description)")
        print("rulebook \(loaded.hash): \(loaded.rulebook.intents.count) intents, \(loaded.rulebook.patternCount) patterns")
        print("messages: \(corpus.messages.count) of its own examples, \(corpus.meanCharacters) characters on average\n")
        if wants("understanding") { understanding(loaded.rulebook, corpus) }
        if wants("pipe") { try pipe(corpus) }
        if wants("growth") { growth(loaded.source, corpus) }
        if wants("memory") { try memory(loaded.source) }
        if wants("start") { try startUp() }
        if wants("stream") { try longStream(corpus) }
    }

    private func wants(_ measure: String) -> Bool { only == nil || only == measure }

    struct Failure: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }

    // MARK: Understanding alone

    private func understanding(_ rulebook: Rulebook, _ corpus: Corpus) {
        let micros = Self.microseconds(rulebook, corpus.messages)
        print("understanding alone        \(Self.decimal(micros)) µs a message")
    }

    /// Microseconds of processor time a message, the median of seven rounds.
    static func microseconds(_ rulebook: Rulebook, _ messages: [String]) -> Double {
        var recognizer = Recognizer(rulebook)
        var claimed = 0
        let repeats = max(1, 20_000 / messages.count)
        let rounds = (0..<7).map { _ -> Double in
            let start = Machine.processorSeconds
            for _ in 0..<repeats { for message in messages { claimed += recognizer.understand(message).intents.count } }
            return (Machine.processorSeconds - start) * 1e6 / Double(repeats * messages.count)
        }
        precondition(claimed >= 0)
        return rounds.sorted()[3]
    }

    // MARK: The pipe beside jq

    private func pipe(_ corpus: Corpus) throws {
        let file = try corpus.inbox(lines: 200_000)
        defer { try? FileManager.default.removeItem(atPath: file.path) }
        var ours: [Double] = []
        var theirs: [Double] = []
        for _ in 0..<5 {
            ours.append(try Child.run(binary, ["--jobs", "1", "--rules", rules], input: file.path).seconds)
            theirs.append(try Child.run("/usr/bin/env", ["jq", "-c", "."], input: file.path).seconds)
        }
        let messages = Double(file.lines)
        let megabytes = Double(file.bytes) / 1e6
        let our = ours.sorted()[2]
        let jq = theirs.sorted()[2]
        print("pipe, one job              \(Int(messages / our)) messages/s, \(Self.decimal(megabytes / our)) MB/s in")
        print("jq -c . on the same file   \(Int(messages / jq)) messages/s, \(Self.decimal(megabytes / jq)) MB/s in")
        print("ratio                      \(Self.decimal(jq / our))\n")
    }

    // MARK: Growth

    private func growth(_ source: RuleSource, _ corpus: Corpus) {
        var first = 0.0
        for phrases in [50, 500, 5_000, 50_000] {
            let micros = Self.microseconds(SyntheticRules.rulebook(phrases: phrases, from: source), corpus.messages)
            if first == 0 { first = micros }
            print(
                "\(Self.padded(phrases, 6)) phrases loaded      \(Self.decimal(micros)) µs a message, \(Self.decimal(micros / first)) of the first"
            )
        }
        print("")
    }

    private func memory(_ source: RuleSource) throws {
        let folder = try SyntheticRules.folder(phrases: 50_000, from: source)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let arguments = ["--jobs", "1", "--rules", folder]
        let compiling = try Child.run(binary, arguments, stream: Data("bonjour\n".utf8), times: 1)
        let child = try Child.run(binary, arguments, stream: Data("bonjour\n".utf8), times: 1)
        print("50000 phrases              \(child.peakMegabytes) MB at most, \(compiling.peakMegabytes) MB while they are compiled")
    }

    private func startUp() throws {
        // The pipe has had the rules compiled.
        setenv("COURTOIS_CACHE", NSTemporaryDirectory() + "/courtois-bench-start-\(getpid())", 1)
        defer { try? FileManager.default.removeItem(atPath: NSTemporaryDirectory() + "/courtois-bench-start-\(getpid())") }
        let start = { try Child.run(binary, ["--jobs", "1", "--rules", rules], text: "Où est ma commande ?\n").seconds }
        let first = try start()
        let runs = try (0..<21).map { _ in try start() }
        print("start to first decision    \(Int(runs.sorted()[10] * 1000)) ms, \(Int(first * 1000)) ms where the rules are compiled")
    }

    private func longStream(_ corpus: Corpus) throws {
        // Once before, so that what compiling the rules takes is not counted.
        _ = try Child.run(binary, ["--jobs", "1", "--rules", rules], text: "bonjour\n")
        let child = try Child.run(binary, ["--jobs", "1", "--rules", rules], stream: corpus.block(bytes: 1 << 20), times: 1024)
        print("a stream of 1 GB           \(child.peakMegabytes) MB at most")
    }

    static func decimal(_ value: Double) -> String { String(format: "%.2f", value) }
    static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
