import Foundation
import IntentFiles

/// What customers write: the rulebook's own examples of about a hundred characters, in a fixed mixed order.
struct LoadMessages {
    let texts: [String]

    init(rules: String) throws {
        let loaded = RulebookLoader.load(rules)
        guard loaded.findings.isEmpty else { throw LoadFailure("the rulebook “\(rules)” has findings: courtois check \(rules) lists them") }
        let examples = loaded.tests.flatMap { ($0.examples + $0.counterexamples).map(\.text) }
        let fitting = examples.filter { (80...160).contains($0.count) }.sorted()
        guard !fitting.isEmpty else { throw LoadFailure("the rulebook has no examples of 80 to 160 characters") }
        // Every seventh in turn: neighbours in a file are alike.
        texts = (0..<7).flatMap { start in stride(from: start, to: fitting.count, by: 7).map { fitting[$0] } }
    }

    var meanCharacters: Int { texts.reduce(0) { $0 + $1.count } / texts.count }

    /// A file of so many distinct messages, three to a conversation, as `courtois receive` reads them.
    func write(lines: Int, to path: String) throws {
        var data = Data()
        for number in 0..<lines {
            let line = """
                {"id":"m-\(number)","channel":"instagram","conversation":"c-\(number / 3)",\
                "author":{"id":"u-\(number / 3)","name":"Camille Martin"},"visibility":"private","kind":"message",\
                "sent_at":"2026-11-20T09:\(10 + number % 50):00+01:00","text":\(Self.json(texts[number % texts.count]))}

                """
            data.append(contentsOf: line.utf8)
        }
        try data.write(to: URL(fileURLWithPath: path))
    }

    /// An update of Telegram's: its message is known by chat and number.
    func update(_ number: Int) -> String {
        """
        {"update_id":\(number),"message":{"message_id":\(number),"from":{"id":\(number / 3),"is_bot":false,\
        "first_name":"Camille","last_name":"Martin","language_code":"fr"},"chat":{"id":\(number / 3),"type":"private",\
        "first_name":"Camille"},"date":1795767300,"text":\(Self.json(texts[number % texts.count]))}}
        """
    }

    /// A text as JSON has it, with its quotes.
    static func json(_ text: String) -> String {
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
            .replacingOccurrences(of: "\n", with: "\\n")
        return "\"\(escaped)\""
    }
}

struct LoadFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
