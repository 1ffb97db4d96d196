import Desk
import IntentEngine

/// What the files of a rulebook say, read and put in order, before its phrases are compiled.
struct WrittenRules: Sendable {
    let source: RuleSource
    let policy: Policy
    let brand: Brand
    let library: ReplyLibrary
    let tests: [RuleTests]
    let polarityTests: [PolarityExample]
    let hash: String
    let findings: [RuleFinding]
    /// How many of them come before those of the compiler, among those of one place.
    let ownFindings: Int
}

extension LoadedRulebook {
    /// The rules with their phrases compiled.
    init(_ written: WrittenRules, _ rulebook: Rulebook, _ compilerFindings: [RuleFinding]) {
        var findings = written.findings
        findings.insert(contentsOf: compilerFindings, at: written.ownFindings)
        self.init(
            rulebook: rulebook, policy: written.policy, brand: written.brand, library: written.library, tests: written.tests,
            polarityTests: written.polarityTests, source: written.source, hash: written.hash,
            findings: findings.sorted { $0.place < $1.place })
    }
}
