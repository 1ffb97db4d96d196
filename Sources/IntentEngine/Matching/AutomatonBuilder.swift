/// Gathers phrases as graphs and files each under its rarest words.
struct AutomatonBuilder {
    /// A node while the graph grows. Node 0 ends every phrase.
    private struct Node {
        var step: Automaton.Step
        let next: UInt32
        /// The other branch.
        let other: UInt32
    }

    private var nodes = [Node(step: Automaton.Step(0), next: 0, other: 0)]
    /// By node, how many variants lead from it to the end, and the fewest words on one of them.
    private var variants: [UInt32] = [1]
    private var words: [UInt16] = [0]
    private var filed: [Filing] = []
    /// How many symbols, then these; and where each set starts.
    private var sets: [UInt32] = []
    private var knownSets: [[UInt32]: UInt32] = [:]

    static let empty = AutomatonBuilder()

    private init() {}

    /// A phrase with more variants than this is a slip, and would take long to look for.
    static let mostVariants: UInt32 = 1 << 16

    /// By number, symbols of which one must stand as well.
    private var checks: [[UInt32]: UInt32] = [[]: 0]

    private struct Filing {
        let symbol: UInt32
        /// Number of the checks.
        let check: UInt32
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
        /// Symbols of which one stands in every variant through the node as well, with how common they are together.
        var checks: [UInt32] = []
        var checkCost = Int.max
    }

    /// A node before `next`; returns its number.
    mutating func add(_ symbol: UInt32, next: UInt32) -> UInt32 {
        append(Node(step: Automaton.Step(symbol), next: next, other: 0), variants: 1, isWord: symbol >= Symbol.firstEntity)
    }

    /// A node for any of some symbols, in rising order without repeats.
    mutating func add(anyOf symbols: [UInt32], next: UInt32) -> UInt32 {
        if symbols.count == 1 { return add(symbols[0], next: next) }
        let set = knownSets[symbols] ?? UInt32(sets.count)
        if knownSets.updateValue(set, forKey: symbols) == nil {
            sets.append(UInt32(symbols.count))
            sets += symbols
        }
        return append(Node(step: Automaton.Step(set, Automaton.Step.set), next: next, other: 0), variants: symbols.count, isWord: true)
    }

    private mutating func append(_ node: Node, variants count: Int, isWord: Bool) -> UInt32 {
        nodes.append(node)
        let behind = Int(variants[Int(node.next)]) * count
        variants.append(UInt32(min(behind, Int(Self.mostVariants) + 1)))
        words.append(words[Int(node.next)] + (isWord ? 1 : 0))
        return UInt32(nodes.count - 1)
    }

    /// Makes a node optional that was the last to be added.
    mutating func makeLastOptional() {
        let node = nodes.count - 1
        nodes[node].step.makeOptional()
        let next = Int(nodes[node].next)
        variants[node] = min(variants[node] + variants[next], Self.mostVariants + 1)
        words[node] = words[next]
    }

    /// A node from which either may follow.
    mutating func branch(_ first: UInt32, _ second: UInt32) -> UInt32 {
        nodes.append(Node(step: Automaton.Step(0, Automaton.Step.branch), next: first, other: second))
        variants.append(min(variants[Int(first)] + variants[Int(second)], Self.mostVariants + 1))
        words.append(min(words[Int(first)], words[Int(second)]))
        return UInt32(nodes.count - 1)
    }

    /// How many variants a phrase has, never more than one beyond `mostVariants`.
    func variants(from entrance: UInt32) -> UInt32 { variants[Int(entrance)] }

    /// Fewest words of a variant. One that holds none matches nothing.
    func fewestWords(from entrance: UInt32) -> Int { max(1, Int(words[Int(entrance)])) }

    /// Files a phrase that starts at `entrance` under its anchors; where no node is needed by every variant, under
    /// each that may come first.
    mutating func file(_ pattern: UInt32, isList: Bool, entrance: UInt32, anchors: [Anchor]) {
        for anchor in anchors.isEmpty ? firstNodes(from: entrance) : anchors {
            let check = checks[anchor.checks] ?? UInt32(checks.count)
            checks[anchor.checks] = check
            filed.append(
                Filing(symbol: anchor.symbol, check: check, node: anchor.node, entrance: entrance, pattern: pattern, isList: isList))
        }
    }

    private func firstNodes(from entrance: UInt32) -> [Anchor] {
        var anchors: [Anchor] = []
        var left = [entrance]
        var seen: Set<UInt32> = []
        while let number = left.popLast() {
            guard number != 0, seen.insert(number).inserted else { continue }
            let node = nodes[Int(number)]
            if node.step.isWord { anchors += symbols(of: number).map { Anchor(symbol: $0, node: number) } }
            if !node.step.isWord || node.step.isOptional { left.append(node.next) }
            if node.step.isBranch { left.append(node.other) }
        }
        return anchors
    }

    /// The symbols that may stand at a node.
    func symbols(of number: UInt32) -> [UInt32] {
        let node = nodes[Int(number)]
        guard node.step.isSet else { return [node.step.symbol] }
        let start = Int(node.step.symbol)
        return Array(sets[start + 1...start + Int(sets[start])])
    }

    /// The automaton over symbols below `symbolCount`.
    func build(symbolCount: Int) -> Automaton {
        var rows: [UInt32: [UInt32]] = [:]
        for filing in filed where rows[filing.entrance] == nil { rows[filing.entrance] = row(from: filing.entrance) }
        let graphs = GraphLayout(
            nodes: nodes.map { ($0.step, $0.next, $0.other) }, entrances: rows.filter { $0.value.isEmpty }.keys.sorted())
        let checks = checks.sorted { $0.value < $1.value }.map(\.key)
        // By symbol with a counting sort, within it with a small one.
        let bySymbol = Grouping(filed, groups: symbolCount) { Int($0.symbol) }
        var places = [Automaton.Filed](repeating: Automaton.Filed(), count: symbolCount)
        var code: [UInt32] = []
        for symbol in 0..<symbolCount where !bySymbol[symbol].isEmpty {
            let sorted = bySymbol[symbol].sorted(by: <)
            let phrases = sorted.firstIndex { !$0.isList } ?? sorted.endIndex
            places[symbol].lists = UInt32(code.count)
            lay(sorted[..<phrases], checks, rows, graphs, into: &code)
            places[symbol].phrases = UInt32(code.count)
            lay(sorted[phrases...], checks, rows, graphs, into: &code)
            places[symbol].end = UInt32(code.count)
        }
        // A word more, so that the first of every piece can be read.
        code.append(0)
        return Automaton(
            code: Table(code), filed: Table(places), sets: Table(sets), nodes: Table(graphs.nodes), before: Table(graphs.before))
    }

    /// The nodes of a phrase from its first to its last; empty where it branches, or is too long to be a row.
    private func row(from entrance: UInt32) -> [UInt32] {
        var row: [UInt32] = []
        var number = entrance
        while number != 0 {
            if nodes[Int(number)].step.isBranch || row.count == Automaton.Sides.most { return [] }
            row.append(number)
            number = nodes[Int(number)].next
        }
        return row
    }

    /// Lays filings out in groups by their checks.
    private func lay(
        _ filings: ArraySlice<Filing>, _ checks: [[UInt32]], _ rows: [UInt32: [UInt32]], _ graphs: GraphLayout, into code: inout [UInt32]
    ) {
        var at = filings.startIndex
        while at < filings.endIndex {
            let check = filings[at].check
            let start = code.count
            code.append(0)
            code += checks[Int(check)]
            while at < filings.endIndex, filings[at].check == check, code.count - start < Automaton.Group.mostWords {
                lay(filings[at], rows[filings[at].entrance] ?? [], graphs, into: &code)
                at += 1
            }
            code[start] = Automaton.Group(checks: checks[Int(check)].count, words: code.count - start).bits
        }
    }

    private func lay(_ filing: Filing, _ row: [UInt32], _ graphs: GraphLayout, into code: inout [UInt32]) {
        guard let anchor = row.firstIndex(of: filing.node) else {
            code.append(Automaton.Entry(filing.pattern, .graph).bits)
            code.append(graphs.numbers[Int(filing.node)])
            return
        }
        if row.count == 1 { return code.append(Automaton.Entry(filing.pattern, .whole).bits) }
        code.append(Automaton.Entry(filing.pattern, .row).bits)
        code.append(Automaton.Sides(before: anchor, behind: row.count - 1 - anchor).bits)
        for number in row[..<anchor].reversed() { code.append(nodes[Int(number)].step.bits) }
        for number in row[(anchor + 1)...] { code.append(nodes[Int(number)].step.bits) }
    }
}
