import Desk
import IntentEngine
import Yams

/// One intent as its file says it.
struct IntentFile {
    let owner: OwnerSource
    let policy: IntentPolicy
    let replies: [ReplyText]
    let tests: RuleTests

    static let keys = [
        "intent", "title", "team", "priority", "action", "wants", "problem", "sensitive", "courtesy", "acknowledgement", "holding",
        "phrases",
        "hints", "unless", "replies", "examples", "counterexamples",
    ]
}

/// One alternative reply before its template is read.
struct ReplyText {
    let language: Language
    let visibility: Message.Visibility
    let text: String
    let place: SourcePlace

    private static let proofreader = Proofreader()

    /// - Parameter text: As its author typed it, with the spaces a keyboard has; typographic ones are put in here.
    init(_ text: String, _ language: Language, _ visibility: Message.Visibility, at place: SourcePlace) {
        self.language = language
        self.visibility = visibility
        self.text = Self.proofreader.corrected(text.trimmed, ProofContext(language: language, visibility: visibility))
        self.place = place
    }
}

extension YAMLReader {
    /// The intent of a file; `name` is what the file is called without its ending.
    mutating func intent(_ document: Node, named name: String) -> IntentFile? {
        let fields = fields(document, "an intent", known: IntentFile.keys)
        guard let written = text(fields["intent"], "intent") else {
            report(document, "an intent without a name", "write “intent: \(name)” first")
            return nil
        }
        if written != name {
            report(fields["intent"], "the intent is called “\(written)” and its file “\(name)”", "give both the same name")
        }
        var policy = IntentPolicy(title: texts(fields["title"], "title"))
        policy.team = choice(fields["team"], "team", Team.allCases.map(\.rawValue), Team.init(rawValue:)) ?? .customerService
        policy.priority = choice(fields["priority"], "priority", ["P1", "P2", "P3", "P4"], Priority.init(name:)) ?? .p4
        policy.action =
            choice(fields["action"], "action", Disposition.allCases.map(\.rawValue), Disposition.init(rawValue:)) ?? .draft
        policy.wants = items(fields["wants"], "wants").compactMap { item in
            choice(item, "placeholder", Placeholder.allCases.filter { $0.entity != nil }.map(\.rawValue), Placeholder.init(rawValue:))
        }
        policy.isProblem = flag(fields["problem"], "problem") ?? false
        policy.isSensitive = flag(fields["sensitive"], "sensitive") ?? false
        policy.isCourtesy = flag(fields["courtesy"], "courtesy") ?? false
        policy.acknowledgement = choice(
            fields["acknowledgement"], "acknowledgement", Acknowledgement.allCases.map(\.rawValue), Acknowledgement.init(rawValue:))
        policy.holding = text(fields["holding"], "holding")
        let patterns = patterns(fields, level: 1)
        let replies = replies(fields["replies"])
        let tests = RuleTests(
            name: written, isSignal: false, examples: examples(fields["examples"], "examples"),
            counterexamples: examples(fields["counterexamples"], "counterexamples"), place: place(of: document))
        return IntentFile(
            owner: OwnerSource(name: written, patterns: patterns, isCourtesy: policy.isCourtesy), policy: policy, replies: replies,
            tests: tests)
    }

    private mutating func replies(_ node: Node?) -> [ReplyText] {
        var replies: [ReplyText] = []
        for (language, node) in languages(node, "replies") {
            for item in items(node, "replies") {
                let fields = fields(item, "a reply", known: ["text", "public"])
                if fields.isEmpty { report(item, "a reply without text", "write “text:” and “public:”") }
                if let text = text(fields["text"], "text") {
                    replies.append(ReplyText(text, language, .private, at: place(of: fields["text"])))
                }
                if let text = text(fields["public"], "public") {
                    replies.append(ReplyText(text, language, .public, at: place(of: fields["public"])))
                }
            }
        }
        return replies
    }
}

extension String {
    /// Without spaces and line ends around it; no-break spaces are kept, they may be meant.
    var trimmed: String {
        let blank: Set<Unicode.Scalar> = [" ", "\n", "\r", "\t"]
        var scalars = unicodeScalars[...]
        while let first = scalars.first, blank.contains(first) { scalars.removeFirst() }
        while let last = scalars.last, blank.contains(last) { scalars.removeLast() }
        return String(scalars)
    }
}
