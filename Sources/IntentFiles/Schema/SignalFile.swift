import Desk
import IntentEngine
import Yams

/// One signal as its file says it. What follows from it stands in `policy.yaml`.
struct SignalFile {
    let owner: OwnerSource
    let title: [Language: String]
    let tests: RuleTests

    static let keys = ["signal", "title", "level", "quotes", "phrases", "hints", "unless", "examples", "counterexamples"]
}

extension YAMLReader {
    mutating func signal(_ document: Node, named name: String) -> SignalFile? {
        let fields = fields(document, "a signal", known: SignalFile.keys)
        guard let written = text(fields["signal"], "signal") else {
            report(document, "a signal without a name", "write “signal: \(name)” first")
            return nil
        }
        if written != name {
            report(fields["signal"], "the signal is called “\(written)” and its file “\(name)”", "give both the same name")
        }
        let level = integer(fields["level"], "level", in: 1...4) ?? 1
        let tests = RuleTests(
            name: written, isSignal: true, examples: examples(fields["examples"], "examples"),
            counterexamples: examples(fields["counterexamples"], "counterexamples"), place: place(of: document))
        return SignalFile(
            owner: OwnerSource(
                name: written, patterns: patterns(fields, level: level), countsQuotes: flag(fields["quotes"], "quotes") ?? true),
            title: texts(fields["title"], "title"),
            tests: tests)
    }
}
