/// Reads the phrase language: words, `"exact"`, `(a|b c)`, `[optional]`, `…` and `…2`, `<list>`, `{entity}`, `^`, `$`.
public struct PhraseParser {
    /// A mistake in a phrase, at a scalar offset from its start.
    public struct Mistake: Error, Hashable, Sendable {
        public let offset: Int
        public let cause: String
        public let remedy: String
    }

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    /// Deeper nesting than a person can read is refused, which also bounds the recursion.
    private static let deepestNesting = 8
    /// The widest gap: beyond it, words that have nothing to do with each other would join.
    static let widestGap = 4

    private init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The phrase written as `text`, or its first mistake.
    public static func parse(_ text: String) throws(Mistake) -> Phrase {
        var parser = PhraseParser(text)
        let elements = try parser.sequence()
        guard parser.index == parser.scalars.count else {
            throw parser.mistake("unexpected “\(parser.scalars[parser.index])”", "remove it, or open the bracket it closes")
        }
        try parser.checkEnds(elements)
        return Phrase(elements: elements)
    }

    private mutating func sequence() throws(Mistake) -> [Phrase.Element] {
        var elements: [Phrase.Element] = []
        while index < scalars.count {
            switch scalars[index] {
            case " ", "\t", "\u{A0}", "\u{202F}": index += 1
            case ")", "]", "|", ">", "}": return elements
            case "(": elements.append(try alternatives())
            case "[": elements.append(try optional())
            case "<": elements.append(.list(try name(until: ">", what: "list")))
            case "{": elements.append(try entity())
            case "\"", "“", "”", "«": elements.append(contentsOf: try exact())
            case "^":
                elements.append(.clauseStart)
                index += 1
            case "$":
                elements.append(.clauseEnd)
                index += 1
            case "…": elements.append(try gap(width: 1))
            case ".":
                guard scalars[index...].prefix(3).elementsEqual("...".unicodeScalars) else {
                    throw mistake("a full stop in a phrase", "remove it: phrases are matched inside one clause")
                }
                elements.append(try gap(width: 3))
            default: elements.append(.word(try word()))
            }
        }
        return elements
    }

    private mutating func alternatives() throws(Mistake) -> Phrase.Element {
        let start = index
        var branches: [[Phrase.Element]] = []
        try nest(from: start)
        repeat {
            index += 1
            let branch = try sequence()
            if branch.isEmpty { throw mistake("an empty alternative", "write a word in it, or use [optional]") }
            branches.append(branch)
        } while index < scalars.count && scalars[index] == "|"
        try close(")", openedAt: start)
        return branches.count == 1 && branches[0].count == 1 ? branches[0][0] : .alternatives(branches)
    }

    private mutating func optional() throws(Mistake) -> Phrase.Element {
        let start = index
        try nest(from: start)
        var branches: [[Phrase.Element]] = []
        repeat {
            index += 1
            let branch = try sequence()
            if branch.isEmpty { throw mistake("an empty optional part", "write a word in it, or remove it") }
            branches.append(branch)
        } while index < scalars.count && scalars[index] == "|"
        try close("]", openedAt: start)
        return .optional(branches.count == 1 ? branches[0] : [.alternatives(branches)])
    }

    private mutating func nest(from start: Int) throws(Mistake) {
        depth += 1
        if depth > Self.deepestNesting {
            throw mistake("brackets nested more than \(Self.deepestNesting) deep", "split the phrase in two")
        }
    }

    private mutating func close(_ closer: Unicode.Scalar, openedAt start: Int) throws(Mistake) {
        guard index < scalars.count, scalars[index] == closer else {
            index = start
            throw mistake("“\(scalars[start])” is never closed", "add “\(closer)”")
        }
        index += 1
        depth -= 1
    }

    private mutating func name(until closer: Unicode.Scalar, what: String) throws(Mistake) -> String {
        let start = index
        index += 1
        var name = ""
        while index < scalars.count, scalars[index] != closer {
            name.unicodeScalars.append(scalars[index])
            index += 1
        }
        guard index < scalars.count else {
            index = start
            throw mistake("“\(scalars[start])” is never closed", "add “\(closer)” after the \(what)'s name")
        }
        guard !name.isEmpty else { throw mistake("a \(what) without a name", "write its name between the brackets") }
        index += 1
        return name
    }

    private mutating func entity() throws(Mistake) -> Phrase.Element {
        let start = index
        let name = try name(until: "}", what: "entity")
        guard let kind = EntityKind(rawValue: name) else {
            index = start
            let known = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw mistake("unknown entity “\(name)”", "use one of \(known)")
        }
        return .entity(kind)
    }

    private mutating func exact() throws(Mistake) -> [Phrase.Element] {
        let start = index
        let closers: Set<Unicode.Scalar> = ["\"", "”", "»"]
        index += 1
        var text = ""
        while index < scalars.count, !closers.contains(scalars[index]) {
            text.unicodeScalars.append(scalars[index])
            index += 1
        }
        guard index < scalars.count else {
            index = start
            throw mistake("the quotation mark is never closed", "add “\"” after the exact word")
        }
        index += 1
        let words = try text.split(separator: " ").map { (word) throws(Mistake) in
            try checkIsRead(String(word), from: start)
            return Phrase.Element.exact(String(word))
        }
        if words.isEmpty { throw mistake("nothing between quotation marks", "write the exact word, or remove them") }
        return words
    }

    private mutating func gap(width: Int) throws(Mistake) -> Phrase.Element {
        let start = index
        index += width
        var digits = ""
        while index < scalars.count, scalars[index].properties.numericType == .decimal {
            digits.unicodeScalars.append(scalars[index])
            index += 1
        }
        let words = digits.isEmpty ? Self.widestGap : Int(digits) ?? 0
        guard (1...Self.widestGap).contains(words) else {
            index = start
            throw mistake("a gap of \(digits) words", "use … for up to \(Self.widestGap), or …1 to …\(Self.widestGap)")
        }
        return .gap(words)
    }

    private mutating func word() throws(Mistake) -> String {
        let start = index
        var word = ""
        while index < scalars.count, !Self.endsWord(scalars[index]) {
            word.unicodeScalars.append(scalars[index])
            index += 1
        }
        try checkIsRead(word, from: start)
        return word
    }

    /// Signs leave no word in a message. A word of nothing else would ask for nothing, and the rest would match too much.
    private mutating func checkIsRead(_ word: String, from start: Int) throws(Mistake) {
        let properties = word.unicodeScalars.lazy.map(\.properties)
        if properties.contains(where: { $0.isAlphabetic || $0.numericType == .decimal }) || !AuthoredWords.tokens(in: word).isEmpty {
            return
        }
        index = start
        throw mistake("“\(word)” is no word of any message", "write the word it stands for, or remove it")
    }

    private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\u{A0}", "\u{202F}", "(", ")", "[", "]", "<", ">", "{", "}", "|", "\"", "“", "”", "«", "»", "^", "$", "…", ".":
            true
        default: false
        }
    }

    /// A gap at an end matches whatever follows, so it can only be a slip.
    private func checkEnds(_ elements: [Phrase.Element]) throws(Mistake) {
        let core = elements.filter { $0 != .clauseStart && $0 != .clauseEnd }
        if core.isEmpty { throw Mistake(offset: 0, cause: "an empty phrase", remedy: "write at least one word") }
        if case .gap = core.first { throw Mistake(offset: 0, cause: "a gap at the start", remedy: "remove the …") }
        if case .gap = core.last { throw Mistake(offset: scalars.count - 1, cause: "a gap at the end", remedy: "remove the …") }
        for (left, right) in zip(core, core.dropFirst()) {
            if case .gap = left, case .gap = right {
                throw Mistake(offset: 0, cause: "two gaps in a row", remedy: "keep one")
            }
        }
        if core.allSatisfy({ if case .optional = $0 { true } else { false } }) {
            throw Mistake(offset: 0, cause: "every part is optional", remedy: "make at least one part necessary")
        }
        if elements.dropFirst().contains(.clauseStart) {
            throw Mistake(offset: 0, cause: "^ after the first word", remedy: "write ^ at the start of the phrase")
        }
        if elements.dropLast().contains(.clauseEnd) {
            throw Mistake(offset: 0, cause: "$ before the last word", remedy: "write $ at the end of the phrase")
        }
    }

    private func mistake(_ cause: String, _ remedy: String) -> Mistake {
        Mistake(offset: index, cause: cause, remedy: remedy)
    }
}
