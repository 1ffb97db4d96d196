public import IntentEngine

/// Which phrases of a rulebook its authors' examples and counter-examples try, as test coverage says it of a program: a
/// phrase that none of them reaches can break unseen.
public struct ExampleCoverage: Sendable {
    /// Phrases and vetoes, in all languages; hints are single words and are not counted.
    public let phraseCount: Int
    /// Those that stand in no example, in the order of their places.
    public let unreached: [Pattern]

    /// Reads every example of `loaded`, which holds its tests, with its rules.
    public init(_ loaded: LoadedRulebook) {
        let rulebook = loaded.rulebook
        let examples = loaded.tests.flatMap { $0.examples + $0.counterexamples } + loaded.polarityTests.map(\.example)
        let reached = Set(
            AllProcessors.flatMap(examples.count) { piece in
                var recognizer = Recognizer(rulebook)
                var reached: Set<UInt32> = []
                for example in examples[piece] { reached.formUnion(recognizer.patterns(in: example.text, example.language)) }
                return Array(reached)
            })
        let phrases = (0..<UInt32(rulebook.patternCount)).filter { rulebook.pattern($0).role != .hint }
        phraseCount = phrases.count
        unreached = phrases.filter { !reached.contains($0) }.map(rulebook.pattern).sorted { $0.place < $1.place }
    }
}
