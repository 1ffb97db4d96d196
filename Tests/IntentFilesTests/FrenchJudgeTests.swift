import Desk
import Foundation
import IntentEngine
import IntentFiles
import Support
import Testing
import Peers

/// An independent judge of the French: Debian's grammalecte reads every reply the shipped rulebook can give.
@Suite("The French of the replies")
struct FrenchJudgeTests {
    private static let judge = "/usr/bin/grammalecte-cli"
    private static let isInstalled = FileManager.default.isExecutableFile(atPath: judge)
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let rules = folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("intents").path

    private struct Report: Decodable {
        let data: [Paragraph]

        struct Paragraph: Decodable {
            let iParagraph: Int
            let lGrammarErrors: [Mistake]
        }

        struct Mistake: Decodable {
            let nStart: Int
            let nEnd: Int
            let sRuleId: String
            let sMessage: String
        }
    }

    /// What grammalecte holds against `paragraphs`: “words: rule: message”.
    private static func findings(in paragraphs: [String]) throws -> [String] {
        let folder = try TemporaryFolder(["replies.txt": paragraphs.joined(separator: "\n") + "\n"])
        let process = try ChildProcess(judge, ["-j", "-f", folder.path + "/replies.txt"], output: .pipe)
        let data = Data(process.readOutput().utf8)
        process.wait()
        return try JSONDecoder().decode(Report.self, from: data).data.flatMap { paragraph in
            let scalars = Array(paragraphs[paragraph.iParagraph - 1].unicodeScalars)
            return paragraph.lGrammarErrors.map { mistake in
                var words = String.UnicodeScalarView()
                words.append(contentsOf: scalars[mistake.nStart..<min(mistake.nEnd, scalars.count)])
                return "\(String(words)): \(mistake.sRuleId): \(mistake.sMessage)"
            }
        }
    }

    /// Reviewed by a person: what the judge says of these words in error. One line each, `words: rule`.
    private static func allowed() throws -> [String] {
        try String(contentsOf: folder.appendingPathComponent("Judge/allowed.txt"), encoding: .utf8)
            .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }

    /// Every paragraph of every French draft, as customers would read it.
    private static func paragraphs() -> [String] {
        let loaded = RulebookLoader.load(rules)
        let rehearsal = DraftRehearsal(library: loaded.library, policy: loaded.policy, brand: loaded.brand)
        let paragraphs = rehearsal.drafts().filter { $0.language == .french }.flatMap { $0.text.split(separator: "\n").map(String.init) }
        return Set(paragraphs).sorted()
    }

    @Test("grammalecte finds nothing in any reply that was not reviewed", .enabled(if: isInstalled, "grammalecte-cli is not installed"))
    func repliesAreCorrect() throws {
        let paragraphs = Self.paragraphs()
        #expect(paragraphs.count > 300)
        let allowed = try Self.allowed()
        let found = try Self.findings(in: paragraphs).filter { finding in !allowed.contains { finding.hasPrefix($0) } }
        #expect(found.isEmpty, "\(Set(found).sorted().joined(separator: "\n"))")
    }

    @Test("the judge is awake: a wrong plural is found", .enabled(if: isInstalled, "grammalecte-cli is not installed"))
    func judgeIsAwake() throws {
        #expect(try !Self.findings(in: ["Nous vous donnerons des nouvelle de votre commande."]).isEmpty)
    }
}
