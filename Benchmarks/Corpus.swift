import Foundation
import IntentFiles

/// Messages to measure with: the rulebook's own examples of about a hundred characters.
struct Corpus {
    let messages: [String]

    /// Examples of 70 to 140 characters, in a fixed mixed order.
    init(_ loaded: LoadedRulebook) {
        let examples = loaded.tests.flatMap { ($0.examples + $0.counterexamples).map(\.text) }
        let fitting = examples.filter { (70...140).contains($0.count) }.sorted()
        // Every seventh in turn: neighbours in a file are alike.
        messages = (0..<7).flatMap { start in stride(from: start, to: fitting.count, by: 7).map { fitting[$0] } }
    }

    var meanCharacters: Int { messages.reduce(0) { $0 + $1.count } / max(1, messages.count) }

    struct Inbox {
        let path: String
        let lines: Int
        let bytes: Int
    }

    /// A file of messages as webhooks give them.
    func inbox(lines: Int) throws -> Inbox {
        let path = NSTemporaryDirectory() + "/courtois-bench-\(ProcessInfo.processInfo.processIdentifier).jsonl"
        var data = Data()
        for number in 0..<lines { data.append(contentsOf: line(number).utf8) }
        try data.write(to: URL(fileURLWithPath: path))
        return Inbox(path: path, lines: lines, bytes: data.count)
    }

    /// Whole lines of about so many bytes.
    func block(bytes: Int) -> Data {
        var data = Data()
        var number = 0
        while data.count < bytes {
            data.append(contentsOf: line(number).utf8)
            number += 1
        }
        return data
    }

    private func line(_ number: Int) -> String {
        let text = messages[number % messages.count].replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(
            of: "\"", with: "\\\""
        )
        .replacingOccurrences(of: "\n", with: "\\n")
        return """
            {"id":"m-\(number)","channel":"instagram","conversation":"c-\(number / 3)","author":{"id":"u-\(number / 3)","name":"Camille Martin"},\
            "visibility":"private","kind":"message","sent_at":"2026-11-20T09:\(10 + number % 50):00+01:00","text":"\(text)"}

            """
    }
}
