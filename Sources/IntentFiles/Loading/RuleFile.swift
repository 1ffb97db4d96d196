import Desk
import IntentEngine
import Yams

/// One file of a rulebook, read: what it says and what is wrong with it.
struct RuleFile: Sendable {
    enum Content: Sendable {
        case brand(BrandFile)
        case vocabulary([ListSource])
        case policy(PolicyFile)
        case polarity([PatternSource], [PolarityExample])
        case blocks(BlocksFile)
        case spelling([RewriteSource], known: [PatternSource])
        case signal(SignalFile)
        case intent(IntentFile)
    }

    let content: Content?
    let findings: [RuleFinding]

    /// The files, read on all processors, in their order.
    static func read(_ files: [RuleFolder.File], for purpose: RulebookLoader.Purpose) -> [RuleFile] {
        AllProcessors.map(files.count) { RuleFile(files[$0], for: purpose) }
    }

    private init(_ file: RuleFolder.File, for purpose: RulebookLoader.Purpose) {
        var reader = YAMLReader(file: file.path)
        guard let written = String(validating: file.bytes, as: UTF8.self) else {
            reader.report(nil, "not UTF-8 text", "save the file as UTF-8")
            (content, findings) = (nil, reader.findings)
            return
        }
        let text = purpose == .answering ? Self.withoutExamples(written) : written
        content = reader.document(text).flatMap { Self.content($0, file.path, &reader) }
        findings = reader.findings
    }

    private static func content(_ document: Node, _ path: String, _ reader: inout YAMLReader) -> Content? {
        let parts = path.split(separator: "/")
        let name = String(parts.last?.split(separator: ".").first ?? "")
        if parts.count > 1 {
            if parts[0] == "signals" { return reader.signal(document, named: name).map(Content.signal) }
            return reader.intent(document, named: name).map(Content.intent)
        }
        switch name {
        case "brand": return .brand(reader.brand(document))
        case "vocabulary": return .vocabulary(reader.vocabulary(document))
        case "policy": return .policy(reader.policy(document))
        case "polarity":
            let polarity = reader.polarity(document)
            return .polarity(polarity.patterns, polarity.examples)
        case "blocks": return .blocks(reader.blocks(document))
        case "spelling":
            let spelling = reader.spelling(document)
            return .spelling(spelling.rewrites, known: spelling.known)
        default:
            reader.report(
                document, "“\(path)” is no file of a rulebook",
                "put an intent into a folder of its category; the others are brand, vocabulary, policy, polarity, spelling, blocks")
            return nil
        }
    }

    /// The text with the lines of `examples` and `counterexamples` left empty, so that all others keep their numbers.
    private static func withoutExamples(_ text: String) -> String {
        var kept: [UInt8] = []
        kept.reserveCapacity(text.utf8.count)
        var isExample = false
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if let first = line.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), line.contains(UInt8(ascii: ":")) {
                isExample = line.starts(with: "examples:".utf8) || line.starts(with: "counterexamples:".utf8)
            }
            if !isExample { kept.append(contentsOf: line) }
            kept.append(UInt8(ascii: "\n"))
        }
        return String(decoding: kept, as: UTF8.self)
    }
}
