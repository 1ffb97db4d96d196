import Foundation
import Support
import Testing
import Peers

@Suite("The pipe")
struct PipeTests {
    private let rules: TemporaryFolder

    init() throws { rules = try TemporaryFolder(SampleRules.files) }

    private func pipe(_ input: Data, _ arguments: String...) async throws -> Program {
        try await Program.run(["--rules", rules.path] + arguments, input: input)
    }

    private static let inbox = """
        {"id":"a1","channel":"x","conversation":"c1","author":{"id":"u","name":"Zoé Martin"},"sent_at":"2026-11-20T09:12:00+01:00","text":"Bonjour, où est ma commande FR-48213 ?"}
        {"id":2,"conversation":"c1","text":"où est mon colis"}
        Mon avocat vous écrira.
        {"text":"Where is my order #48213?","visibility":"public","author":{"name":"Ellie"}}

        {"text":5}
        {"id":"é\\n","text":"je suis déçu 😕","rating":1}
        quelle heure est-il

        """

    @Test("decisions are the documented JSON, fields in their order")
    func jsonLines() async throws {
        let program = try await pipe(Data(Self.inbox.utf8))
        #expect(program.status == 1)
        #expect(program.error == "courtois: 1 line refused; see “error” in the output.\n")
        #expect(try Golden.difference(program.output, "pipe.jsonl") == nil)
    }

    @Test("a reply is no longer than the platform takes, whatever the brand allows")
    func platformLimits() async throws {
        let track = try #require(SampleRules.files["orders/track_order.yaml"])
        let long = String(repeating: "Nous lisons vos messages du lundi au vendredi. ", count: 8)
        let rules = try TemporaryFolder(
            SampleRules.files([
                "orders/track_order.yaml": track.replacingOccurrences(of: "public: Pouvez", with: "public: \(long)Pouvez")
            ]))
        func findings(_ channel: String) async throws -> Bool {
            let line = "{\"channel\":\"\(channel)\",\"visibility\":\"public\",\"text\":\"Où est ma commande ?\"}\n"
            return try await Program.run(["--rules", rules.path], input: Data(line.utf8)).output.contains("\"rule\":\"length\"")
        }
        #expect(try await findings("instagram"))
        #expect(try await !findings("facebook"))
    }

    @Test("every line of output is JSON that a strict reader takes")
    func validJSON() async throws {
        for line in try await pipe(Data(Self.inbox.utf8)).output.split(separator: "\n") {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        }
    }

    @Test("text for people")
    func text() async throws {
        #expect(try await Golden.difference(pipe(Data(Self.inbox.utf8), "--output", "text").output, "pipe.txt") == nil)
    }

    @Test("the output is the same, byte for byte and in order, on one job and on eight")
    func jobs() async throws {
        var lines = ""
        for number in 0..<6000 {
            let text = ["Où est ma commande ?", "suivi svp", "merci", "Where is my order?", "n'importe quoi \(number)"][number % 5]
            lines += number % 3 == 0 ? "\(text)\n" : "{\"id\":\(number),\"conversation\":\"c\(number % 97)\",\"text\":\"\(text)\"}\n"
        }
        let one = try await pipe(Data(lines.utf8), "--jobs", "1")
        let eight = try await pipe(Data(lines.utf8), "--jobs", "8")
        let three = try await pipe(Data(lines.utf8), "--jobs", "3")
        #expect(one.output.split(separator: "\n").count == 6000)
        #expect(one.output == eight.output)
        #expect(one.output == three.output)
        #expect(try await pipe(Data(lines.utf8), "--jobs", "1").output == one.output)
    }

    @Test("within a conversation the wording changes; apart from it, the same message gets the same reply")
    func wording() async throws {
        let repeated = String(repeating: "{\"conversation\":\"c\",\"text\":\"Où est ma commande ?\"}\n", count: 2)
        let lines = try await pipe(Data(repeated.utf8)).output.split(separator: "\n")
        #expect(lines[0].contains("Merci de votre message") != lines[1].contains("Merci de votre message"))
        let apart = "{\"id\":1,\"text\":\"Où est ma commande ?\"}\n{\"id\":1,\"text\":\"Où est ma commande ?\"}\n"
        let same = try await pipe(Data(apart.utf8)).output.split(separator: "\n")
        #expect(same[0] == same[1])
    }

    @Test("a line that is too long is refused by its number and the rest goes on, wherever it stands")
    func longLines() async throws {
        let long = String(repeating: "a", count: 1 << 20)
        let program = try await pipe(Data("bonjour\n\(long)\nsuivi\n\(long)".utf8))
        let lines = program.output.split(separator: "\n")
        #expect(program.status == 1)
        #expect(lines.count == 4)
        #expect(lines[1] == "{\"line\":2,\"error\":\"the line is longer than 262144 bytes\"}")
        #expect(lines[2].contains("\"id\":3") && lines[2].contains("track_order"))
        #expect(lines[3] == "{\"line\":4,\"error\":\"the line is longer than 262144 bytes\"}")
        #expect(try await pipe(Data("bonjour\n".utf8), "--max-line", "3").output.hasPrefix("{\"line\":1,"))
    }

    @Test("line ends of every kind, a byte order mark, NUL bytes and a missing last line end are taken")
    func lineEnds() async throws {
        let input = Data([0xEF, 0xBB, 0xBF]) + Data("{\"text\":\"suivi\"}\r\nsuivi\r\n\r\nsui\u{0}vi\nsuivi".utf8)
        let program = try await pipe(input)
        #expect(program.status == 0)
        let lines = program.output.split(separator: "\n")
        #expect(lines.map { $0.contains("\"track_order\"") } == [true, true, false, true])
        #expect(lines.map { String($0.prefix(7)) } == ["{\"id\":1", "{\"id\":2", "{\"id\":4", "{\"id\":5"])
    }

    @Test("bytes that are no UTF-8 are replaced and said so")
    func invalidBytes() async throws {
        let program = try await pipe(Data([0x73, 0x75, 0x69, 0x76, 0x69, 0x20, 0xFF, 0x0A]))
        #expect(program.status == 0)
        #expect(program.output.contains("track_order"))
        #expect(program.error == "courtois: 1 message held bytes that are not UTF-8; they were replaced by U+FFFD.\n")
    }

    @Test("nothing in gives nothing out")
    func empty() async throws {
        let program = try await pipe(Data())
        #expect((program.status, program.output, program.error) == (0, "", ""))
    }

    @Test("a reader that leaves early ends the program quietly")
    func closedOutput() throws {
        let inbox = try TemporaryFolder(["inbox": String(repeating: "Où est ma commande ?\n", count: 200_000)])
        let shell = try ChildProcess(
            "/bin/bash",
            ["-c", "set -o pipefail; '\(Program.path)' --rules '\(rules.path)' < '\(inbox.path)/inbox' | head -1 > /dev/null"],
            output: .pipe, error: .output)
        #expect(shell.readOutput() == "")
        #expect(shell.wait() == 0)
    }

    @Test("a customer's text cannot steer the terminal")
    func terminalEscapes() async throws {
        let text = "\u{1B}[2Jsuivi\u{202E} \u{9B}31m \u{7}"
        let output = try await pipe(Data((text + "\n").utf8), "--output", "text").output
        #expect(!output.contains("\u{1B}") && !output.contains("\u{202E}") && !output.contains("\u{9B}") && !output.contains("\u{7}"))
    }

    @Test("explain lays the evidence under the words")
    func explain() async throws {
        let program = try await Program.run([
            "explain", "--rules", rules.path, "bonjour jai où est mon comis n° 48213 , mon avocat , vous m'avez déçu",
        ])
        #expect(program.status == 0)
        #expect(try Golden.difference(program.output.replacingOccurrences(of: rules.path, with: "RULES"), "explain.txt") == nil)
    }
}
