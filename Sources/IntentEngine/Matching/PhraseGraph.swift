/// Turns the elements of one phrase into nodes, from its end to its start, so that each knows what comes behind it.
struct PhraseGraph {
    let language: Language
    /// Symbols of the lists of the language, by name.
    let lists: [String: UInt32]
    /// Whether the phrase says “not” itself.
    private(set) var holdsNegation = false

    struct Mistake: Error {
        let cause: String
        let remedy: String
    }

    /// Some elements, entered: where they begin, and the cheapest nodes of which each variant passes exactly one.
    struct Part {
        let entrance: UInt32
        /// Empty where nothing in it is necessary.
        var anchors: [AutomatonBuilder.Anchor] = []
        /// How common the symbols of the anchors are, together.
        var cost = Int.max
        /// Whether it is one node, the last that was added.
        var isSingle = false
    }

    init(language: Language, lists: [String: UInt32]) {
        self.language = language
        self.lists = lists
    }

    /// Adds nodes for `elements` before node `next`.
    mutating func enter(
        _ elements: [Phrase.Element], before next: UInt32, _ automaton: inout AutomatonBuilder, _ vocabulary: inout VocabularyCompiler,
        mayBeEmpty: Bool = false
    ) throws(Mistake) -> Part {
        var sequence = Sequence(next: next)
        for element in elements.reversed() {
            switch element {
            case .word(let text): enter(vocabulary.reading(text, language, exactly: false), &sequence, &automaton, vocabulary)
            case .exact(let text): enter(vocabulary.reading(text, language, exactly: true), &sequence, &automaton, vocabulary)
            case .list(let name): enter(try symbol(ofList: name), &sequence, &automaton, vocabulary)
            case .entity(let kind): enter(Symbol.entity(kind), &sequence, &automaton, vocabulary)
            case .gap(let words): sequence.next = automaton.add(Symbol.gap(words), next: sequence.next)
            case .clauseStart: sequence.next = automaton.add(Symbol.clauseStart, next: sequence.next)
            case .clauseEnd: sequence.next = automaton.add(Symbol.clauseEnd, next: sequence.next)
            case .optional(let part):
                let inner = try enter(part, before: sequence.next, &automaton, &vocabulary, mayBeEmpty: true)
                sequence.next = inner.isSingle ? inner.entrance : automaton.branch(sequence.next, inner.entrance)
                if inner.isSingle { automaton.makeLastOptional() }
            case .alternatives(let branches):
                sequence.add(try enter(anyOf: branches, before: sequence.next, &automaton, &vocabulary, mayBeEmpty: mayBeEmpty))
            }
        }
        return sequence.part
    }

    private mutating func enter(
        anyOf branches: [[Phrase.Element]], before next: UInt32, _ automaton: inout AutomatonBuilder,
        _ vocabulary: inout VocabularyCompiler, mayBeEmpty: Bool
    ) throws(Mistake) -> Part {
        var whole: Part?
        // Single words become one node; the others branch.
        var single: [(symbol: UInt32, cost: Int)] = []
        for branch in branches.reversed() {
            if branch.count == 1, let symbol = try symbol(of: branch[0], &vocabulary) {
                if !single.contains(where: { $0.symbol == symbol }) { single.append((symbol, vocabulary.commonness(of: symbol))) }
                continue
            }
            let part = try enter(branch, before: next, &automaton, &vocabulary)
            if part.entrance == next, !mayBeEmpty {
                throw Mistake(
                    cause: "an alternative of words that are left out of messages",
                    remedy: "remove it, or make the others optional with [ ]")
            }
            whole = join(part, whole, &automaton)
        }
        if !single.isEmpty {
            single.sort { $0.symbol < $1.symbol }
            let node = automaton.add(anyOf: single.map(\.symbol), next: next)
            let anchors = single.map { AutomatonBuilder.Anchor(symbol: $0.symbol, node: node) }
            let isSingle = whole == nil
            whole = join(Part(entrance: node, anchors: anchors, cost: single.reduce(0) { $0 + $1.cost }), whole, &automaton)
            whole?.isSingle = isSingle
        }
        return whole ?? Part(entrance: next)
    }

    private func join(_ part: Part, _ others: Part?, _ automaton: inout AutomatonBuilder) -> Part {
        guard let others else { return part }
        let isNecessary = part.cost < .max && others.cost < .max
        return Part(
            entrance: automaton.branch(part.entrance, others.entrance), anchors: isNecessary ? part.anchors + others.anchors : [],
            cost: isNecessary ? part.cost + others.cost : .max)
    }

    /// The one symbol an element is read as; nil when it is more, or less.
    private mutating func symbol(of element: Phrase.Element, _ vocabulary: inout VocabularyCompiler) throws(Mistake) -> UInt32? {
        switch element {
        case .word(let text): return symbol(of: vocabulary.reading(text, language, exactly: false))
        case .exact(let text): return symbol(of: vocabulary.reading(text, language, exactly: true))
        case .list(let name): return try symbol(ofList: name)
        case .entity(let kind): return Symbol.entity(kind)
        case .alternatives, .optional, .gap, .clauseStart, .clauseEnd: return nil
        }
    }

    private mutating func symbol(of reading: VocabularyCompiler.Reading) -> UInt32? {
        guard reading.symbols.count == 1 else { return nil }
        if reading.holdsNegator { holdsNegation = true }
        return reading.symbols[0]
    }

    private func symbol(ofList name: String) throws(Mistake) -> UInt32 {
        if let symbol = lists[name] { return symbol }
        throw Mistake(
            cause: "unknown list <\(name)>", remedy: "add it to vocabulary.yaml under \(language.rawValue), or correct the name")
    }

    private mutating func enter(
        _ reading: VocabularyCompiler.Reading, _ sequence: inout Sequence, _ automaton: inout AutomatonBuilder,
        _ vocabulary: VocabularyCompiler
    ) {
        for symbol in reading.symbols.reversed() { enter(symbol, &sequence, &automaton, vocabulary) }
        if reading.holdsNegator { holdsNegation = true }
    }

    private mutating func enter(
        _ symbol: UInt32, _ sequence: inout Sequence, _ automaton: inout AutomatonBuilder, _ vocabulary: VocabularyCompiler
    ) {
        let node = automaton.add(symbol, next: sequence.next)
        sequence.add(
            Part(
                entrance: node, anchors: [AutomatonBuilder.Anchor(symbol: symbol, node: node)], cost: vocabulary.commonness(of: symbol),
                isSingle: true))
    }

    /// Elements in a row: of those every variant passes, the rarest are the anchors and the rarest others their checks.
    private struct Sequence {
        var next: UInt32
        private var best: Part?
        /// The rarest others, with the symbols of their anchors.
        private var others: [AutomatonBuilder.Check] = []

        /// Checks of more symbols than this are not worth their time.
        private static let mostSymbols = 8
        private var count = 0

        init(next: UInt32) { self.next = next }

        mutating func add(_ part: Part) {
            next = part.entrance
            count += 1
            guard part.cost < .max else { return }
            if part.cost < best?.cost ?? .max {
                if let best { note(best) }
                best = part
            } else {
                note(part)
            }
        }

        private mutating func note(_ part: Part) {
            if part.anchors.count > Self.mostSymbols { return }
            others.append(AutomatonBuilder.Check(symbols: part.anchors.map(\.symbol).sorted(), cost: part.cost))
        }

        var part: Part {
            guard let best else { return Part(entrance: next) }
            let isSingle = count == 1 && best.isSingle && best.entrance == next
            var part = Part(entrance: next, anchors: best.anchors, cost: best.cost, isSingle: isSingle)
            for at in part.anchors.indices { part.anchors[at].add(others) }
            return part
        }
    }
}
