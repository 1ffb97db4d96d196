import Desk
import Foundation
import IntentEngine
import IntentFiles
import Support
import Testing

/// An independent judge of the French: Debian's grammalecte reads every reply the shipped rulebook can give.
@Suite("The French of the replies")
struct FrenchJudgeTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let rules = folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("intents").path

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

    @Test("grammalecte finds nothing in any reply that was not reviewed", .enabled(if: FrenchJudge.isInstalled, "\(FrenchJudge.missing)"))
    func repliesAreCorrect() throws {
        let paragraphs = Self.paragraphs()
        #expect(paragraphs.count > 300)
        let allowed = try Self.allowed()
        let found = try FrenchJudge.findings(in: paragraphs).filter { finding in !allowed.contains { finding.hasPrefix($0) } }
        #expect(found.isEmpty, "\(Set(found).sorted().joined(separator: "\n"))")
    }

    @Test("the judge is awake: a wrong plural is found", .enabled(if: FrenchJudge.isInstalled, "\(FrenchJudge.missing)"))
    func judgeIsAwake() throws {
        #expect(try !FrenchJudge.findings(in: ["Nous vous donnerons des nouvelle de votre commande."]).isEmpty)
    }
}
