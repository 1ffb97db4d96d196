/// Gathers phrases as graphs and files each under its rarest words.
struct AutomatonBuilder {
    private var nodes = [PhraseNode(kind: .symbol, symbol: 0, next: 0)]
    /// By node, how many variants lead from it to the end, and the fewest words on one of them.
    private var variants: [UInt32] = [1]
    private var words: [UInt16] = [0]
    /// By node, the most units that a variant from it to the end takes; by list, those of its widest entry of several words.
    private var widths: [UInt16] = [0]
    private var listWidths: [UInt32: UInt16] = [:]
    private var filed: [Filing] = []
    /// How many symbols, then these; and where each set starts.
    private var sets: [UInt32] = []
    private var knownSets: [[UInt32]: UInt32] = [:]

    static let empty = AutomatonBuilder()

    private init() {}

    /// A phrase with more variants than this is a slip, and would take long to look for.
    static let mostVariants: UInt32 = 1 << 16

    /// A window of units that is looked at with the one before it holds each phrase of this width whole in one of them.
    static let mostWidth = UInt16(AutomatonWalk.overlap)

    /// By number, symbols of which one must stand as well.
    private var checks: [[UInt32]: UInt32] = [[]: 0]

    private struct Filing {
        let symbol: UInt32
        /// Numbers of the checks, 0 for none.
        let check: UInt32
        let further: UInt32
        let node: UInt32
        let entrance: UInt32
        let pattern: UInt32
        let isList: Bool

        /// Entries of lists first, then by check.
        static func < (left: Filing, right: Filing) -> Bool {
            (left.isList ? 0 : 1, left.check, left.pattern, left.node) < (right.isList ? 0 : 1, right.check, right.pattern, right.node)
        }
    }

    /// A node every variant of a part passes, or one of several of which each passes one.
    struct Anchor {
        let symbol: UInt32
        let node: UInt32
        /// What else every variant through the node needs: two at most, the rarer first.
        private(set) var checks: [Check] = []

        init(symbol: UInt32, node: UInt32) {
            self.symbol = symbol
            self.node = node
        }

        mutating func add(_ others: [Check]) {
            checks = Array((checks + others).sorted { ($0.cost, $0.symbols.count) < ($1.cost, $1.symbols.count) }.prefix(2))
        }
    }

    /// Symbols of which one stands in a variant, with how common they are together.
    struct Check {
        let symbols: [UInt32]
        let cost: Int
    }

    /// A node before `next`; returns its number.
    mutating func add(_ symbol: UInt32, next: UInt32) -> UInt32 {
        append(PhraseNode(kind: .symbol, symbol: symbol, next: next), variants: 1, isWord: symbol >= Symbol.firstEntity)
    }

    /// A node for any of some symbols, in rising order without repeats.
    mutating func add(anyOf symbols: [UInt32], next: UInt32) -> UInt32 {
        if symbols.count == 1 { return add(symbols[0], next: next) }
        let set = knownSets[symbols] ?? UInt32(sets.count)
        if knownSets.updateValue(set, forKey: symbols) == nil {
            sets.append(UInt32(symbols.count))
            sets += symbols
        }
        return append(PhraseNode(kind: .set, symbol: set, next: next), variants: symbols.count, isWord: true)
    }

    private mutating func append(_ node: PhraseNode, variants count: Int, isWord: Bool) -> UInt32 {
        nodes.append(node)
        let behind = Int(variants[Int(node.next)]) * count
        variants.append(UInt32(min(behind, Int(Self.mostVariants) + 1)))
        words.append(words[Int(node.next)] + (isWord ? 1 : 0))
        widths.append(min(widths[Int(node.next)] + width(of: node), Self.mostWidth + 1))
        return UInt32(nodes.count - 1)
    }

    private func width(of node: PhraseNode) -> UInt16 {
        if node.kind == .set { return members(of: node).map(width(of:)).max() ?? 1 }
        return width(of: node.symbol)
    }

    private func width(of symbol: UInt32) -> UInt16 {
        switch symbol {
        case ...Symbol.clauseEnd: 0
        case ...Symbol.lastGap: UInt16(symbol - Symbol.firstGap)
        case ..<Symbol.firstWord: Self.entityWidth
        default: listWidths[symbol] ?? 1
        }
    }

    /// As many units as an entity is taken for: « 3 mars 2026 », “+33 6 12 34 56 78”.
    private static let entityWidth: UInt16 = 6

    /// Makes a node optional that was the last to be added.
    mutating func makeLastOptional() {
        let node = nodes.count - 1
        nodes[node].isOptional = true
        let next = Int(nodes[node].next)
        variants[node] = min(variants[node] + variants[next], Self.mostVariants + 1)
        words[node] = words[next]
    }

    /// A node from which either may follow.
    mutating func branch(_ first: UInt32, _ second: UInt32) -> UInt32 {
        nodes.append(PhraseNode(kind: .branch, symbol: 0, next: first, other: second))
        variants.append(min(variants[Int(first)] + variants[Int(second)], Self.mostVariants + 1))
        words.append(min(words[Int(first)], words[Int(second)]))
        widths.append(max(widths[Int(first)], widths[Int(second)]))
        return UInt32(nodes.count - 1)
    }

    /// How many variants a phrase has, never more than one beyond `mostVariants`.
    func variants(from entrance: UInt32) -> UInt32 { variants[Int(entrance)] }

    /// Most units a variant takes, its gaps filled; never more than one beyond `mostWidth`.
    func width(from entrance: UInt32) -> UInt16 { widths[Int(entrance)] }

    /// Fewest words of a variant. One that holds none matches nothing.
    func fewestWords(from entrance: UInt32) -> Int { max(1, Int(words[Int(entrance)])) }

    /// Files a phrase that starts at `entrance` under its anchors; where no node is needed by every variant, under
    /// each that may come first.
    mutating func file(_ pattern: UInt32, isList: Bool, entrance: UInt32, anchors: [Anchor]) {
        for anchor in anchors.isEmpty ? firstNodes(from: entrance) : anchors {
            if isList { listWidths[pattern] = max(listWidths[pattern] ?? 1, widths[Int(entrance)]) }
            let checks = anchor.checks.map { number(of: $0.symbols) } + [0, 0]
            filed.append(
                Filing(
                    symbol: anchor.symbol, check: checks[0], further: checks[1], node: anchor.node, entrance: entrance,
                    pattern: pattern, isList: isList))
        }
    }

    private mutating func number(of symbols: [UInt32]) -> UInt32 {
        let number = checks[symbols] ?? UInt32(checks.count)
        checks[symbols] = number
        return number
    }

    private func firstNodes(from entrance: UInt32) -> [Anchor] {
        var anchors: [Anchor] = []
        var left = [entrance]
        var seen: Set<UInt32> = []
        while let number = left.popLast() {
            guard number != 0, seen.insert(number).inserted else { continue }
            let node = nodes[Int(number)]
            if node.isWord { anchors += symbols(of: number).map { Anchor(symbol: $0, node: number) } }
            if !node.isWord || node.isOptional { left.append(node.next) }
            if node.kind == .branch { left.append(node.other) }
        }
        return anchors
    }

    /// The symbols that may stand at a node.
    func symbols(of number: UInt32) -> [UInt32] {
        let node = nodes[Int(number)]
        return node.kind == .set ? Array(members(of: node)) : [node.symbol]
    }

    /// The symbols of a set.
    private func members(of node: PhraseNode) -> ArraySlice<UInt32> {
        let start = Int(node.symbol)
        return sets[start + 1...start + Int(sets[start])]
    }

    /// The automaton over symbols below `symbolCount`.
    func build(symbolCount: Int) -> Automaton {
        let checks = checks.sorted { $0.value < $1.value }.map(\.key)
        // By symbol with a counting sort, within it with a small one.
        let bySymbol = Grouping(filed, groups: symbolCount) { Int($0.symbol) }
        var places = [Automaton.Filed](repeating: Automaton.Filed(), count: symbolCount)
        // No piece starts at 0.
        var pieces: [UInt32] = [0]
        var programs = PhrasePrograms(nodes, checks: checks)
        for symbol in 0..<symbolCount where !bySymbol[symbol].isEmpty {
            let sorted = bySymbol[symbol].sorted(by: <)
            let phrases = sorted.firstIndex { !$0.isList } ?? sorted.endIndex
            places[symbol].lists = lay(sorted[..<phrases], &programs, into: &pieces)
            places[symbol].phrases = lay(sorted[phrases...], &programs, into: &pieces)
        }
        return Automaton(pieces: Table(pieces), programs: Table(programs.code), sets: Table(sets), filed: Table(places))
    }

    /// Lays filings out in groups by their checks; returns where, 0 where there are none.
    private func lay(_ filings: ArraySlice<Filing>, _ programs: inout PhrasePrograms, into pieces: inout [UInt32]) -> UInt32 {
        if filings.isEmpty { return 0 }
        var piece = PieceWriter()
        for at in filings.indices {
            let filing = filings[at]
            if at == filings.startIndex || filings[at - 1].check != filing.check {
                piece.startGroup(ifAnyOf: programs.checks[Int(filing.check)])
            }
            piece.add(
                filing.pattern, program: programs.place(entrance: filing.entrance, anchor: filing.node, further: filing.further),
                isLast: at + 1 == filings.endIndex || filings[at + 1].check != filing.check)
        }
        let place = pieces.count
        pieces += piece.code(at: place)
        return UInt32(place)
    }
}
