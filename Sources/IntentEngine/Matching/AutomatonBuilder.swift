/// Gathers phrases as graphs and files each under its rarest words.
struct AutomatonBuilder {
    /// A node while the graph grows. Node 0 ends every phrase.
    private struct Node {
        let symbol: UInt32
        let next: UInt32
        /// The other branch.
        let other: UInt32
        var signs: Automaton.Node.Signs = []
    }

    private var nodes = [Node(symbol: 0, next: 0, other: 0)]
    /// By node, how many variants lead from it to the end, and the fewest words on one of them.
    private var variants: [UInt32] = [1]
    private var words: [UInt16] = [0]
    private var entrances: [UInt32] = []
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
        append(Node(symbol: symbol, next: next, other: 0), variants: 1, isWord: symbol >= Symbol.firstEntity)
    }

    /// A node for any of some symbols, in rising order without repeats.
    mutating func add(anyOf symbols: [UInt32], next: UInt32) -> UInt32 {
        if symbols.count == 1 { return add(symbols[0], next: next) }
        let set = knownSets[symbols] ?? UInt32(sets.count)
        if knownSets.updateValue(set, forKey: symbols) == nil {
            sets.append(UInt32(symbols.count))
            sets += symbols
        }
        return append(Node(symbol: set, next: next, other: 0, signs: .set), variants: symbols.count, isWord: true)
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
        nodes[node].signs.insert(.optional)
        let next = Int(nodes[node].next)
        variants[node] = min(variants[node] + variants[next], Self.mostVariants + 1)
        words[node] = words[next]
    }

    /// A node from which either may follow.
    mutating func branch(_ first: UInt32, _ second: UInt32) -> UInt32 {
        nodes.append(Node(symbol: 0, next: first, other: second))
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
                    symbol: anchor.symbol, check: check, node: isWhole ? Automaton.Entry.whole : anchor.node, pattern: pattern,
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
            let isWord = node.signs.contains(.set) || node.symbol >= Symbol.firstEntity
            if isWord { anchors += symbols(of: number).map { Anchor(symbol: $0, node: number) } }
            if !isWord || node.signs.contains(.optional) { left.append(node.next) }
            if isBranch(node) { left.append(node.other) }
        }
        return anchors
    }

    private func isBranch(_ node: Node) -> Bool { node.symbol == 0 && !node.signs.contains(.set) }

    /// The symbols that may stand at a node.
    func symbols(of number: UInt32) -> [UInt32] {
        let node = nodes[Int(number)]
        guard node.signs.contains(.set) else { return [node.symbol] }
        let start = Int(node.symbol)
        return Array(sets[start + 1...start + Int(sets[start])])
    }

    /// The automaton over symbols below `symbolCount`.
    func build(symbolCount: Int) -> Automaton {
        let (nodes, links, before) = joined()
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
        return Automaton(
            nodes: Table(nodes), links: Table(links), sets: Table(sets), before: Table(before), filed: Table(places), groups: Table(groups),
            checks: Table(checks), entries: Table(entries))
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

    /// Nodes that know what stands around them.
    private func joined() -> (nodes: [Automaton.Node], links: [Automaton.Link], before: [UInt32]) {
        var pairs: [(node: UInt32, before: UInt32)] = entrances.map { ($0, Automaton.Link.start) }
        pairs.reserveCapacity(nodes.count + entrances.count)
        for number in 1..<max(1, nodes.count) {
            if nodes[number].next != 0 { pairs.append((nodes[number].next, UInt32(number))) }
            if isBranch(nodes[number]), nodes[number].other != 0 { pairs.append((nodes[number].other, UInt32(number))) }
        }
        let byNode = Grouping(pairs, groups: nodes.count) { Int($0.node) }
        var links: [Automaton.Link] = []
        var several: [UInt32] = []
        let joined = nodes.indices.map { number -> Automaton.Node in
            let node = nodes[number]
            var joined = Automaton.Node(symbol: node.symbol, signs: node.signs, link: 0)
            let own = byNode[number].map(\.before)
            if node.next == 0 { joined.signs.insert(.last) }
            if own == [Automaton.Link.start] { joined.signs.insert(.first) }
            let isRow = (node.next == 0 || Int(node.next) == number - 1) && (own == [Automaton.Link.start] || own == [UInt32(number + 1)])
            if isRow && !isBranch(node) || own.isEmpty { return joined }
            joined.signs.insert(.linked)
            joined.link = UInt32(links.count)
            var link = Automaton.Link(next: node.next, other: node.other, before: own[0])
            if own.count > 1 {
                link.before = Automaton.Link.several | UInt32(several.count)
                several.append(UInt32(own.count))
                several += own
            }
            links.append(link)
            return joined
        }
        return (joined, links, several)
    }
}
