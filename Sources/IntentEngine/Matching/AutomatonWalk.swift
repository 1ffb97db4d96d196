/// Looks for the phrases of an automaton in the units of one message.
///
/// `presence` says for each symbol at which units it stands, one bit a unit, modulo 64.
struct AutomatonWalk {
    private let nodes: UnsafeBufferPointer<Automaton.Node>
    private let before: UnsafeBufferPointer<UInt32>
    private let groupStarts: UnsafeBufferPointer<UInt32>
    private let groups: UnsafeBufferPointer<Automaton.Group>
    private let checks: UnsafeBufferPointer<UInt32>
    private let entries: UnsafeBufferPointer<Automaton.Entry>
    private let symbols: UnsafeBufferPointer<UInt32>
    private let units: UnsafeBufferPointer<Unit>
    private let jumps: UnsafeBufferPointer<Jump>
    private let presence: UnsafeBufferPointer<UInt64>
    private let isLong: Bool
    var matches: [Match] = []
    /// Where the phrase being followed may start.
    private var starts: [Int32] = []
    private var pattern: UInt32 = 0

    init(
        _ automaton: Automaton, symbols: UnsafeBufferPointer<UInt32>, units: UnsafeBufferPointer<Unit>,
        jumps: UnsafeBufferPointer<Jump>, presence: UnsafeBufferPointer<UInt64>
    ) {
        nodes = automaton.nodes.elements
        before = automaton.before.elements
        groupStarts = automaton.groupStarts.elements
        groups = automaton.groups.elements
        checks = automaton.checks.elements
        entries = automaton.entries.elements
        self.symbols = symbols
        self.units = units
        self.jumps = jumps
        self.presence = presence
        isLong = units.count > 64
    }

    mutating func run() {
        for at in 0..<units.count {
            for symbol in symbols(at: at) { follow(symbol, from: at, to: at + 1) }
        }
        for jump in jumps { follow(jump.symbol, from: Int(jump.start), to: Int(jump.end)) }
    }

    private func symbols(at: Int) -> UnsafeBufferPointer<UInt32> {
        let side = units[at].side
        return UnsafeBufferPointer(rebasing: symbols[Int(side.symbolStart)..<Int(side.symbolStart) + Int(side.symbolCount)])
    }

    /// Follows every phrase filed under `symbol`, which stands at the units given.
    private mutating func follow(_ symbol: UInt32, from start: Int, to end: Int) {
        for number in Int(groupStarts[Int(symbol)])..<Int(groupStarts[Int(symbol) + 1]) {
            let group = groups[number]
            guard passes(group) else { continue }
            for number in Int(group.start)..<Int(group.end) {
                let entry = entries[number]
                if entry.node == 0 {
                    matches.append(
                        Match(
                            pattern: entry.pattern, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
                    continue
                }
                starts.removeAll(keepingCapacity: true)
                let node = nodes[Int(entry.node)]
                lookBack(from: node.before, at: start, gap: 0)
                if starts.isEmpty { continue }
                pattern = entry.pattern
                lookAhead(node.next, at: end, gap: 0)
            }
        }
    }

    @inline(__always)
    private func passes(_ group: Automaton.Group) -> Bool {
        if group.checkStart == group.checkEnd { return true }
        for place in Int(group.checkStart)..<Int(group.checkEnd) where presence[Int(checks[place])] != 0 { return true }
        return false
    }

    // MARK: Towards the start

    /// Goes over what stands before a node whose own words start at unit `at`; `gap` words may be passed over.
    private mutating func lookBack(from before: UInt32, at: Int, gap: UInt32) {
        if before == Automaton.Node.start {
            starts.append(Int32(truncatingIfNeeded: at))
            return
        }
        if before & Automaton.Node.several != 0 {
            let list = Int(before & ~Automaton.Node.several)
            for place in list + 1...list + Int(self.before[list]) { lookBack(from: self.before[place], at: at, gap: gap) }
            return
        }
        let node = nodes[Int(before)]
        switch node.symbol {
        case 0: lookBack(from: node.before, at: at, gap: gap)
        case Symbol.clauseStart:
            if !units[at].flags.isDisjoint(with: [.startsClause, .afterPause, .afterGreeting]) {
                starts.append(Int32(truncatingIfNeeded: at))
            }
        case Symbol.clauseEnd: return
        case (Symbol.firstGap + 1)...Symbol.lastGap: lookBack(from: node.before, at: at, gap: max(gap, node.symbol - Symbol.firstGap))
        default: stepBack(over: node, at: at, gap: gap)
        }
    }

    private mutating func stepBack(over node: Automaton.Node, at: Int, gap: UInt32) {
        let symbol = node.symbol
        guard presence[Int(symbol)] != 0 else { return }
        var end = at
        var left = Int(gap)
        while end > 0, !units[end].flags.contains(.startsClause) {
            if stands(symbol, at: end - 1) { lookBack(from: node.before, at: end - 1, gap: 0) }
            for jump in jumps where jump.end == end && jump.symbol == symbol {
                lookBack(from: node.before, at: Int(jump.start), gap: 0)
            }
            left -= units[end].flags.contains(.afterPause) ? 2 : 1
            if left < 0 { return }
            end -= 1
        }
    }

    // MARK: Towards the end

    /// Goes over node `number` and what follows it, from unit `at` on.
    private mutating func lookAhead(_ number: UInt32, at: Int, gap: UInt32) {
        var number = number
        var gap = gap
        while number != 0 {
            let node = nodes[Int(number)]
            switch node.symbol {
            case 0: lookAhead(node.other, at: at, gap: gap)
            case Symbol.clauseStart: return
            case Symbol.clauseEnd:
                guard at == units.count || !units[at].flags.isDisjoint(with: [.startsClause, .afterPause]) else { return }
                gap = 0
            case (Symbol.firstGap + 1)...Symbol.lastGap: gap = max(gap, node.symbol - Symbol.firstGap)
            default: return stepAhead(node, at: at, gap: gap)
            }
            number = node.next
        }
        for start in starts { matches.append(Match(pattern: pattern, start: start, end: Int32(truncatingIfNeeded: at))) }
    }

    private mutating func stepAhead(_ node: Automaton.Node, at: Int, gap: UInt32) {
        guard presence[Int(node.symbol)] != 0 else { return }
        var next = at
        var left = Int(gap)
        while next < units.count, !units[next].flags.contains(.startsClause) {
            if next > at, units[next].flags.contains(.afterPause) {
                left -= 1
                if left < 0 { return }
            }
            if stands(node.symbol, at: next) { lookAhead(node.next, at: next + 1, gap: 0) }
            for jump in jumps where jump.start == next && jump.symbol == node.symbol { lookAhead(node.next, at: Int(jump.end), gap: 0) }
            left -= 1
            if left < 0 { return }
            next += 1
        }
    }

    /// Whether the word at unit `at` has `symbol`.
    @inline(__always)
    private func stands(_ symbol: UInt32, at: Int) -> Bool {
        if presence[Int(symbol)] & 1 << UInt64(truncatingIfNeeded: at & 63) == 0 { return false }
        // In a long message the bit may stand for a unit 64 places away, and beside jumps for one of them.
        return !isLong && jumps.isEmpty || symbols(at: at).contains(symbol)
    }
}
