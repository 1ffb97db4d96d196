import ArgumentParser
import Foundation
import IntentEngine
import IntentFiles

/// `courtois learn FILE`: weights of words from labelled messages, for people to read, edit and keep.
struct LearnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn", abstract: "Propose hints, words with weights from 1 to 9, from labelled messages.",
        discussion: """
            A line of the file is {"text": …, "label": …, "lang": "fr" or "en"}; the label none is for what no intent is to \
            claim. The rulebook's own examples are learned \
            from as well, or alone where no file is given. The weights of all intents are fitted together, beside what their phrases give already. Nothing is changed \
            unless --write is given; --out makes a rulebook of its own from the labels instead.
            """)

    @OptionGroup var rules: RulesOption

    @Argument(
        help: ArgumentHelp("Labelled messages, JSON lines; - for standard input. (default: the rulebook's examples)", valueName: "file"))
    var file: String?

    @Option(help: ArgumentHelp("Which intents each label stands for; the first counts.", valueName: "file"))
    var map: String?

    @Option(help: ArgumentHelp("Hints an intent may have in one language.", valueName: "count"))
    var perIntent = 40

    @Option(help: ArgumentHelp("How sparing with hints: 1 is usual, 2 gives fewer.", valueName: "factor"))
    var sparsity = 1.0

    @Option(help: ArgumentHelp("Folds of the cross-validation; 0 leaves it out.", valueName: "count"))
    var folds = 5

    @Option(help: ArgumentHelp("Decides which message falls into which fold.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Write a rulebook of its own into this new folder.", valueName: "folder"))
    var out: String?

    @Flag(help: "Write the hints into the files of the rulebook.")
    var write = false

    func validate() throws {
        if !(1...400).contains(perIntent) { throw ValidationError("--per-intent must be from 1 to 400.") }
        if folds != 0, !(2...20).contains(folds) { throw ValidationError("--folds must be 0, or from 2 to 20.") }
        if sparsity <= 0 { throw ValidationError("--sparsity must be above 0.") }
        if write, out != nil { throw ValidationError("--write changes the rulebook and --out makes a new one: give one of them.") }
        if out != nil, file == nil { throw ValidationError("--out needs a file of labelled messages.") }
    }

    func run() async throws {
        let settings = HintLearner.Settings(perIntent: perIntent, sparsity: sparsity)
        if let out, let file { return try makeRulebook(out, try LabelledLines(path: file).lines, settings) }
        let loaded = try rules.load(for: .checking)
        let messages = try messages(loaded)
        let hints = HintLearner(source: loaded.source, settings: settings).learn(messages)
        let editor = HintEditor(folder: rules.path, tests: loaded.tests)
        show(hints, loaded, editor, messages)
        validate(messages, loaded.source, settings)
        guard write else {
            Terminal.write("Nothing was written; --write puts these hints into the files.\n", to: .error)
            return
        }
        let written = try editor.write(hints, intents: loaded.rulebook.intents)
        Terminal.write("\(written.count) files written.\n", to: .error)
    }

    /// The rulebook's own examples, which stay its tests, and the lines of the file.
    private func messages(_ loaded: LoadedRulebook) throws -> [LabelledMessage] {
        let own = loaded.tests.filter { !$0.isSignal }.flatMap { tests in
            tests.examples.map { LabelledMessage(text: $0.text, label: tests.name, language: $0.language) }
        }
        guard let file else { return own }
        let map = try map.map(LabelledLines.map(path:))
        let known = Set(loaded.rulebook.intents + [LabelledMessage.nothing])
        return own
            + (try LabelledLines(path: file).lines.compactMap { line in
                let labels = line.label.flatMap { label in map.map { $0[label] ?? [] } ?? [label] }.filter(known.contains)
                return labels.first.map { LabelledMessage(text: line.text, label: $0, language: line.language) }
            })
    }

    private func makeRulebook(_ folder: String, _ lines: [LabelledLines.Line], _ settings: HintLearner.Settings) throws {
        let model = RulebookLoader.load(rules.path)
        let spelling = try? String(contentsOfFile: rules.path + "/spelling.yaml", encoding: .utf8)
        let labels = lines.flatMap { $0.label.prefix(1) }.filter { $0 != LabelledMessage.nothing }
        let scaffold = RulebookScaffold(labels: labels, model: model.source, spelling: spelling)
        let messages = lines.compactMap { line in
            line.label.first.flatMap { $0 == LabelledMessage.nothing ? $0 : scaffold.names[$0] }.map {
                LabelledMessage(text: line.text, label: $0, language: line.language)
            }
        }
        validate(messages, scaffold.source, settings)
        let hints = HintLearner(source: scaffold.source, settings: settings).learn(messages)
        guard !FileManager.default.fileExists(atPath: folder) else {
            throw ValidationError("“\(folder)” exists already; name a new folder.")
        }
        for (path, text) in scaffold.files(hints) {
            let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        let count = hints.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.count } }
        Terminal.write("\(Set(scaffold.names.values).count) intents with \(count) hints written to \(folder).\n", to: .output)
    }

    // MARK: Showing

    /// For each file, the hints it would have, how many messages speak for each, and two of them.
    private func show(_ hints: HintLearner.Hints, _ loaded: LoadedRulebook, _ editor: HintEditor, _ messages: [LabelledMessage]) {
        var lines: [String] = []
        for intent in loaded.rulebook.intents {
            for language in Language.ruled {
                let own = hints[language]?[intent] ?? []
                let present = currentHints(intent, language, loaded.source)
                if own.isEmpty, present.isEmpty { continue }
                lines.append("\(editor.file(of: intent) ?? intent), \(language.rawValue):")
                let texts = messages.filter { $0.label == intent && $0.language == language }.map(\.text)
                for hint in own {
                    let old = present[hint.word]
                    let change = old == nil ? "+" : old == hint.points ? " " : "~"
                    let witnesses = witnesses(for: hint.word, language, texts).map { "“\($0)”" }.joined(separator: " ")
                    lines.append("  \(change) \(hint.word): \(hint.points)   \(hint.own) of \(hint.all) messages: \(witnesses)")
                }
                for word in present.keys.sorted() where !own.contains(where: { $0.word == word }) { lines.append("  - \(word)") }
            }
        }
        Terminal.write(lines.joined(separator: "\n") + "\n", to: .output)
    }

    private func currentHints(_ intent: String, _ language: Language, _ source: RuleSource) -> [String: Int] {
        let patterns = source.intents.first { $0.name == intent }?.patterns.filter { $0.role == .hint && $0.language == language } ?? []
        return Dictionary(patterns.map { ($0.text, $0.points ?? 2) }, uniquingKeysWith: { first, _ in first })
    }

    private func witnesses(for word: String, _ language: Language, _ texts: [String]) -> [String] {
        let forms = Set(HintForms.forms(of: word, language))
        let holding = texts.lazy.filter { text in
            Folding.fold(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).contains { forms.contains(String($0)) }
        }
        return holding.prefix(2).map { $0.count > 60 ? $0.prefix(59) + "…" : $0 }
    }

    private func validate(_ messages: [LabelledMessage], _ source: RuleSource, _ settings: HintLearner.Settings) {
        guard folds > 0 else { return }
        let isShown = Terminal.isTerminal(.error)
        let result = CrossValidation.run(messages, source: source, settings: settings, folds: folds, seed: seed) { fold in
            if isShown { Terminal.write("\rfold \(fold) of \(folds)", to: .error) }
        }
        if isShown { Terminal.write("\r\u{1B}[K", to: .error) }
        Terminal.write(
            """
            \(folds)-fold cross-validation on \(result.messages) messages (seed \(seed)): accuracy \(Figure.share(result.accuracy)) with these \
            hints, \(Figure.share(result.accuracyBefore)) with the rules as they are; \(result.abstained) not claimed.

            """, to: .output)
    }
}
