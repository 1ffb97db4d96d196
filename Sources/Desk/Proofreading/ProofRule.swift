public import IntentEngine

/// One rule of the proofreader: it reads a prepared text and says what is wrong with it.
///
/// Rules are values without state, so that they run in any order and on any thread. Their identifiers are those of
/// the language study, § 6.6 (`F01`–`F30`, `E01`–`E14`), or a word for the others, such as `register`.
public protocol ProofRule: Sendable {
    /// Names a rule in findings, settings and metrics: a bounded set of short ASCII words.
    typealias ID = String

    /// The identifier its findings carry.
    var id: ID { get }
    /// The languages it reads; for others it is not run.
    var languages: Set<Language> { get }

    /// What the rule holds against `text`, in any order.
    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding]
}
