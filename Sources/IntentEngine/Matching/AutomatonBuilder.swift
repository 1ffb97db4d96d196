/// Gathers phrases as graphs and files each under its rarest words.
struct AutomatonBuilder {
    /// Node 0 ends every phrase.
    private var nodes = [Automaton.Node(symbol: 0, next: 0, other: 0, before: 0)]
    /// By node, how many variants lead from it to the end, and the fewest words on one of them.
    private var variants: [UInt32] = [1]
    private var words: [UInt16] = [0]
    private var entrances: [UInt32] = []
    private var filed: [Filing] = []

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
        let pattern: UInt32
        let isList: Bool

        /// Entries of lists first, then by check.
        static func < (left: Filing, right: Filing) -> Bool {
            (left.isList ? 0 : 1, left.check, left.pattern, left.node) < (right.isList ? 0 : 1, right.check, right.pattern, right.node)
        }
    }

    /// A node every variant of a part passes, or one of several of which each passes one.
    struct Anchor {
        let node: UInt32
        /// Symbols of which one stands in every variant through the node as well, with how common they are together.
        var checks: [UInt32] = []
        var checkCost = Int.max
    }

    /// A node before `next`; returns its number.
    mutating func add(_ symbol: UInt32, next: UInt32) -> UInt32 {
        nodes.append(Automaton.Node(symbol: symbol, next: next, other: 0, before: 0))
        variants.append(variants[Int(next)])
        words.append(words[Int(next)] + (symbol >= Symbol.firstEntity ? 1 : 0))
        return UInt32(nodes.count - 1)
    }

    /// A node from which either may follow.
    mutating func branch(_ first: UInt32, _ second: UInt32) -> UInt32 {
        nodes.append(Automaton.Node(symbol: 0, next: first, other: second, before: 0))
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
        entrances.append(entrance)
        for anchor in anchors.isEmpty ? firstNodes(from: entrance) : anchors {
            let check = checks[anchor.checks] ?? UInt32(checks.count)
            checks[anchor.checks] = check
            let isWhole = anchor.node == entrance && nodes[Int(entrance)].next == 0
            filed.append(
                Filing(
                    symbol: nodes[Int(anchor.node)].symbol, check: check, node: isWhole ? 0 : anchor.node, pattern: pattern,
                    isList: isList))
        }
    }

    private func firstNodes(from entrance: UInt32) -> [Anchor] {
        var anchors: [Anchor] = []
        var left = [entrance]
        var seen: Set<UInt32> = []
        while let number = left.popLast() {
            guard number != 0, seen.insert(number).inserted else { continue }
            let node = nodes[Int(number)]
            if node.symbol >= Symbol.firstEntity {
                anchors.append(Anchor(node: number))
            } else {
                left.append(node.next)
                if node.symbol == 0 { left.append(node.other) }
            }
        }
        return anchors
    }

    /// The symbol of a node.
    func symbol(of node: UInt32) -> UInt32 { nodes[Int(node)].symbol }

    /// The automaton over symbols below `symbolCount`.
    func build(symbolCount: Int) -> Automaton {
        let (nodes, before) = joined()
        let (checks, keys) = listedChecks()
        // By symbol with a counting sort, within it with a small one.
        let bySymbol = Grouping(filed, groups: symbolCount) { Int($0.symbol) }
        var places = [Automaton.Filed](repeating: Automaton.Filed(), count: symbolCount)
        var groups: [Automaton.Group] = []
        var entries: [Automaton.Entry] = []
        entries.reserveCapacity(filed.count)
        for symbol in 0..<symbolCount where !bySymbol[symbol].isEmpty {
            places[symbol].start = UInt32(groups.count)
            var last: Filing?
            for filing in bySymbol[symbol].sorted(by: <) {
                if last.map({ $0.check != filing.check || $0.isList != filing.isList }) ?? true {
                    groups.append(Automaton.Group(check: keys[Int(filing.check)], start: UInt32(entries.count)))
                    if filing.isList { places[symbol].lists += 1 } else { places[symbol].phrases += 1 }
                }
                entries.append(Automaton.Entry(node: filing.node, pattern: filing.pattern))
                last = filing
            }
        }
        groups.append(Automaton.Group(check: 0, start: UInt32(entries.count)))
        return Automaton(nodes: nodes, before: before, filed: places, groups: groups, checks: checks, entries: entries)
    }

    /// Checks of several symbols, laid out; and by number what a group says of its check.
    private func listedChecks() -> (listed: [UInt32], keys: [UInt32]) {
        var listed: [UInt32] = []
        let keys = checks.sorted { $0.value < $1.value }.map { check, _ -> UInt32 in
            if check.count < 2 { return check.first ?? 0 }
            defer {
                listed.append(UInt32(check.count))
                listed += check
            }
            return Automaton.Group.anyOf | UInt32(listed.count)
        }
        return (listed, keys)
    }

    /// Nodes that know what stands before them.
    private func joined() -> (nodes: [Automaton.Node], before: [UInt32]) {
        var nodes = nodes
        var pairs: [(node: UInt32, before: UInt32)] = entrances.map { ($0, Automaton.Node.start) }
        pairs.reserveCapacity(nodes.count + entrances.count)
        for number in 1..<max(1, nodes.count) {
            if nodes[number].next != 0 { pairs.append((nodes[number].next, UInt32(number))) }
            if nodes[number].symbol == 0, nodes[number].other != 0 { pairs.append((nodes[number].other, UInt32(number))) }
        }
        let byNode = Grouping(pairs, groups: nodes.count) { Int($0.node) }
        var before: [UInt32] = []
        for number in nodes.indices {
            let own = byNode[number]
            if own.count > 1 {
                nodes[number].before = Automaton.Node.several | UInt32(before.count)
                before.append(UInt32(own.count))
                before += own.map(\.before)
            } else if let only = own.first {
                nodes[number].before = only.before
            }
        }
        return (nodes, before)
    }
}
