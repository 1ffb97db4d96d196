/// The nodes of the phrases that branch, numbered anew, each knowing what stands around it.
struct GraphLayout {
    private(set) var nodes: [Automaton.Node] = []
    private(set) var before: [UInt32] = []
    /// By number while the graph grew, the number here; 0 where the node is in no graph, or the end.
    private(set) var numbers: [UInt32]

    init(nodes grown: [(step: Automaton.Step, next: UInt32, other: UInt32)], entrances: [UInt32]) {
        numbers = [UInt32](repeating: 0, count: grown.count)
        let kept = Self.reached(grown, entrances)
        for (number, old) in kept.enumerated() { numbers[old] = UInt32(number) }
        var pairs: [(node: UInt32, before: UInt32)] = entrances.map { (numbers[Int($0)], Automaton.Node.start) }
        for (number, old) in kept.enumerated() where old != 0 {
            if grown[old].next != 0 { pairs.append((numbers[Int(grown[old].next)], UInt32(number))) }
            if grown[old].step.isBranch, grown[old].other != 0 { pairs.append((numbers[Int(grown[old].other)], UInt32(number))) }
        }
        let byNode = Grouping(pairs, groups: kept.count) { Int($0.node) }
        nodes.reserveCapacity(kept.count)
        for (number, old) in kept.enumerated() {
            let step = grown[old].step
            nodes.append(
                Automaton.Node(
                    step: step.isBranch ? Automaton.Step(numbers[Int(grown[old].other)], Automaton.Step.branch) : step,
                    next: numbers[Int(grown[old].next)], before: place(of: byNode[number].map(\.before))))
        }
    }

    /// What a node says of those before it.
    private mutating func place(of own: [UInt32]) -> UInt32 {
        if own.count == 1 { return own[0] }
        defer {
            before.append(UInt32(own.count))
            before += own
        }
        return Automaton.Node.several | UInt32(before.count)
    }

    /// Node 0 and all that lie on a way from an entrance, in rising order.
    private static func reached(_ grown: [(step: Automaton.Step, next: UInt32, other: UInt32)], _ entrances: [UInt32]) -> [Int] {
        var isReached = [Bool](repeating: false, count: grown.count)
        isReached[0] = true
        var left = entrances
        while let number = left.popLast() {
            if isReached[Int(number)] { continue }
            isReached[Int(number)] = true
            left.append(grown[Int(number)].next)
            if grown[Int(number)].step.isBranch { left.append(grown[Int(number)].other) }
        }
        return isReached.indices.filter { isReached[$0] }
    }
}
