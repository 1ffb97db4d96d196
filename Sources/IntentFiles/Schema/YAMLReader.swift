import IntentEngine
import Yams

/// Reads the fields of one YAML file and gathers what is wrong with them.
struct YAMLReader {
    let file: String
    private(set) var findings: [RuleFinding] = []

    init(file: String) { self.file = file }

    mutating func report(_ node: Node?, _ cause: String, _ remedy: String) {
        findings.append(RuleFinding(place: place(of: node), cause: cause, remedy: remedy))
    }

    mutating func report(_ place: SourcePlace, _ cause: String, _ remedy: String) {
        findings.append(RuleFinding(place: place, cause: cause, remedy: remedy))
    }

    func place(of node: Node?) -> SourcePlace {
        SourcePlace(file: file, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1)
    }

    /// The document, or nil with a finding. Anchors are refused: a few lines of them can stand for gigabytes.
    mutating func document(_ text: String) -> Node? {
        do {
            let parser = try Parser(yaml: text, resolver: .basic)
            guard let node = try parser.singleRoot() else {
                report(nil, "the file is empty", "write its rules, or remove it")
                return nil
            }
            // Nodes hold their anchors weakly: the parser owns them.
            guard let anchored = withExtendedLifetime(parser, { anchored(in: node) }) else { return node }
            report(anchored, "anchors and aliases are not read", "write the value out, or make a list in vocabulary.yaml")
        } catch let error as YamlError {
            report(error)
        } catch {
            report(nil, "not readable as YAML", "check its indentation and quotation marks")
        }
        return nil
    }

    private mutating func report(_ error: YamlError) {
        let remedy = "check indentation, colons and quotation marks around this line"
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            report(SourcePlace(file: file, line: mark.line, column: mark.column), problem, remedy)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let place = SourcePlace(file: file, line: context.mark.line, column: context.mark.column)
            report(place, "“\(duplicates.joined(separator: ", "))” is written twice", "merge the two")
        case .reader(let problem, _, _, _): report(nil, "not UTF-8 text: \(problem)", "save the file as UTF-8")
        default: report(nil, "not readable as YAML", remedy)
        }
    }

    /// The first node that has an anchor; found before any alias to it can be followed.
    private func anchored(in node: Node) -> Node? {
        switch node {
        case .scalar(let scalar): return scalar.anchor == nil ? nil : node
        case .mapping(let mapping):
            if mapping.anchor != nil { return node }
            for (key, value) in mapping {
                if let found = anchored(in: key) ?? anchored(in: value) { return found }
            }
            return nil
        case .sequence(let sequence):
            if sequence.anchor != nil { return node }
            for item in sequence {
                if let found = anchored(in: item) { return found }
            }
            return nil
        case .alias: return node
        }
    }

    // MARK: Values

    /// The fields of a mapping by name; a finding for each name that is not among `known`.
    mutating func fields(_ node: Node?, _ what: String, known: [String]? = nil) -> [String: Node] {
        guard let node else { return [:] }
        guard case .mapping(let mapping) = node else {
            report(node, "\(what) must be a mapping", "write “name: value” lines")
            return [:]
        }
        var fields: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string else {
                report(key, "a name that is not text", "write the name as plain text")
                continue
            }
            if let known, !known.contains(name) {
                report(key, "unknown key “\(name)” in \(what)", Suggestion.remedy(for: name, among: known))
                continue
            }
            fields[name] = value
        }
        return fields
    }

    /// Names and values of a mapping in the order they were written.
    mutating func pairs(_ node: Node?, _ what: String) -> [(name: String, key: Node, value: Node)] {
        guard let node, !Self.isNull(node) else { return [] }
        guard case .mapping(let mapping) = node else {
            report(node, "\(what) must be a mapping", "write “name: value” lines")
            return []
        }
        var pairs: [(name: String, key: Node, value: Node)] = []
        for (key, value) in mapping {
            if let name = key.string {
                pairs.append((name, key, value))
            } else {
                report(key, "a name that is not text in \(what)", "put it in quotation marks")
            }
        }
        return pairs
    }

    mutating func items(_ node: Node?, _ what: String) -> [Node] {
        guard let node, !Self.isNull(node) else { return [] }
        guard case .sequence(let sequence) = node else {
            report(node, "\(what) must be a list", "write “- item” lines, or [item, item]")
            return []
        }
        return Array(sequence)
    }

    mutating func text(_ node: Node?, _ what: String) -> String? {
        guard let node else { return nil }
        guard case .scalar(let scalar) = node else {
            report(node, "\(what) must be text", "write one line of text")
            return nil
        }
        return scalar.string
    }

    mutating func integer(_ node: Node?, _ what: String, in range: ClosedRange<Int>) -> Int? {
        guard let node else { return nil }
        guard let number = node.scalar.flatMap({ Int($0.string) }), range.contains(number) else {
            report(node, "\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound)", "correct it")
            return nil
        }
        return number
    }

    /// A number in steps of a half, doubled.
    mutating func halves(_ node: Node?, _ what: String, in range: ClosedRange<Int>) -> Int? {
        guard let node else { return nil }
        let number = node.scalar.flatMap { Double($0.string) } ?? .nan
        guard number >= Double(range.lowerBound), number <= Double(range.upperBound), (2 * number).rounded() == 2 * number else {
            report(node, "\(what) must be from \(range.lowerBound) to \(range.upperBound), in steps of 0.5", "correct it")
            return nil
        }
        return Int(2 * number)
    }

    mutating func flag(_ node: Node?, _ what: String) -> Bool? {
        guard let node else { return nil }
        switch node.scalar?.string {
        case "true", "yes", "oui": return true
        case "false", "no", "non": return false
        default:
            report(node, "\(what) must be true or false", "correct it")
            return nil
        }
    }

    /// A value out of a closed set, with the nearest one suggested.
    mutating func choice<Value>(_ node: Node?, _ what: String, _ choices: [String], _ make: (String) -> Value?) -> Value? {
        guard let node, let name = text(node, what) else { return nil }
        if let value = make(name) { return value }
        report(node, "unknown \(what) “\(name)”", Suggestion.remedy(for: name, among: choices))
        return nil
    }

    /// One text for each ruled language; a finding when one is missing and `isComplete` is asked for.
    mutating func texts(_ node: Node?, _ what: String) -> [Language: String] {
        var texts: [Language: String] = [:]
        for (name, value) in fields(node, what, known: Language.ruled.map(\.rawValue)) {
            if let language = Language(rawValue: name) { texts[language] = text(value, what) }
        }
        return texts
    }

    static func isNull(_ node: Node) -> Bool {
        guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }
}

/// Proposes what an author may have meant.
public enum Suggestion {
    /// “did you mean …?”, or all that is known where nothing is near.
    public static func remedy(for name: String, among known: [String]) -> String {
        let near = known.min { distance(name, $0) < distance(name, $1) }
        if let near, distance(name, near) <= max(2, name.count / 3) { return "did you mean “\(near)”?" }
        return "use one of \(known.joined(separator: ", "))"
    }

    /// Levenshtein distance.
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (at, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = at + 1
            for column in right.indices {
                let cost = min(row[column + 1] + 1, row[column] + 1, diagonal + (letter == right[column] ? 0 : 1))
                diagonal = row[column + 1]
                row[column + 1] = cost
            }
        }
        return row[right.count]
    }
}
