/// Looks for the phrases of an automaton in the units of one message.
///
/// `presence` says for each symbol at which units it stands, one bit a unit, modulo 64.
struct AutomatonWalk {
    private let nodes: UnsafeBufferPointer<Automaton.Node>
    private let before: UnsafeBufferPointer<UInt32>
    private let filed: UnsafeBufferPointer<Automaton.Filed>
    private let groups: UnsafeBufferPointer<Automaton.Group>
    private let checks: UnsafeBufferPointer<UInt32>
    private let entries: UnsafeBufferPointer<Automaton.Entry>
    private let meanings: UnsafeBufferPointer<Lexicon.Meaning>
    private let units: UnsafeBufferPointer<Unit>
    private let presence: UnsafeMutableBufferPointer<UInt64>
    /// One bit a symbol: whether it stands anywhere. Small enough to stay in the nearest cache.
    private let anywhere: UnsafeMutableBufferPointer<UInt64>
    private let isLong: Bool
    private var jumps: [Jump] = []
    private var matches: [Match] = []
    /// Where the phrase being followed may start.
    private var starts: [Int32] = []
    private var pattern: UInt32 = 0

    init(
        _ automaton: Automaton, meanings: UnsafeBufferPointer<Lexicon.Meaning>, units: UnsafeBufferPointer<Unit>,
        presence: UnsafeMutableBufferPointer<UInt64>, anywhere: UnsafeMutableBufferPointer<UInt64>
    ) {
        nodes = automaton.nodes.elements
        before = automaton.before.elements
        filed = automaton.filed.elements
        groups = automaton.groups.elements
        checks = automaton.checks.elements
        entries = automaton.entries.elements
        self.meanings = meanings
        self.units = units
        self.presence = presence
        self.anywhere = anywhere
        isLong = units.count > 64
    }

    /// Finds the list entries of several words, then, with these and the entities as single steps, the phrases.
    ///
    /// The arrays are scratch memory, handed over and back: `jumps` comes with the entities.
    mutating func run(jumps entities: inout [Jump], matches found: inout [Match], starts scratch: inout [Int32]) {
        swap(&matches, &found)
        swap(&starts, &scratch)
        matches.removeAll(keepingCapacity: true)
        for at in 0..<units.count {
            for meaning in meanings(at: at) { mark(meaning.symbol, at) }
        }
        for at in 0..<units.count {
            for meaning in meanings(at: at) where meaning.phrases.lists > 0 {
                follow(meaning.phrases, Int(meaning.phrases.lists), from: at, to: at + 1)
            }
        }
        swap(&jumps, &entities)
        for match in matches { jumps.append(Jump(symbol: match.pattern, start: match.start, end: match.end)) }
        matches.removeAll(keepingCapacity: true)
        for jump in jumps { mark(jump.symbol, Int(jump.start)) }
        for at in 0..<units.count {
            for meaning in meanings(at: at) where meaning.phrases.phrases > 0 { followPhrases(meaning.phrases, from: at, to: at + 1) }
        }
        for number in jumps.indices {
            followPhrases(filed[Int(jumps[number].symbol)], from: Int(jumps[number].start), to: Int(jumps[number].end))
        }
        for at in 0..<units.count { for meaning in meanings(at: at) { clear(meaning.symbol) } }
        for jump in jumps { clear(jump.symbol) }
        swap(&jumps, &entities)
        swap(&matches, &found)
        swap(&starts, &scratch)
    }

    @inline(__always)
    private func mark(_ symbol: UInt32, _ at: Int) {
        presence[Int(symbol)] |= 1 << UInt64(truncatingIfNeeded: at & 63)
        anywhere[Int(symbol >> 6)] |= 1 << UInt64(symbol & 63)
    }

    @inline(__always)
    private func clear(_ symbol: UInt32) {
        presence[Int(symbol)] = 0
        anywhere[Int(symbol >> 6)] = 0
    }

    @inline(__always)
    private func isPresent(_ symbol: UInt32) -> Bool { anywhere[Int(symbol >> 6)] & 1 << UInt64(symbol & 63) != 0 }

    @inline(__always)
    private func meanings(at: Int) -> UnsafeBufferPointer<Lexicon.Meaning> {
        let side = units[at].side
        return UnsafeBufferPointer(rebasing: meanings[Int(side.symbolStart)..<Int(side.symbolStart) + Int(side.symbolCount)])
    }

    private mutating func followPhrases(_ filed: Automaton.Filed, from start: Int, to end: Int) {
        var phrases = filed
        phrases.start += UInt32(filed.lists)
        follow(phrases, Int(filed.phrases), from: start, to: end)
    }

    /// Follows the phrases of so many groups, whose symbol stands at the units given.
    private mutating func follow(_ filed: Automaton.Filed, _ count: Int, from start: Int, to end: Int) {
        for number in Int(filed.start)..<Int(filed.start) + count {
            let group = groups[number]
            guard passes(group.check) else { continue }
            for number in Int(group.start)..<Int(groups[number + 1].start) { follow(entries[number], from: start, to: end) }
        }
    }

    private mutating func follow(_ entry: Automaton.Entry, from start: Int, to end: Int) {
        if entry.node == 0 {
            matches.append(
                Match(pattern: entry.pattern, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
            return
        }
        starts.removeAll(keepingCapacity: true)
        let node = nodes[Int(entry.node)]
        lookBack(from: node.before, at: start, gap: 0)
        if starts.isEmpty { return }
        pattern = entry.pattern
        lookAhead(node.next, at: end, gap: 0)
    }

    @inline(__always)
    private func passes(_ check: UInt32) -> Bool {
        if check < Automaton.Group.anyOf { return check == 0 || isPresent(check) }
        let list = Int(check & ~Automaton.Group.anyOf)
        for place in list + 1...list + Int(checks[list]) where isPresent(checks[place]) { return true }
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
        guard isPresent(symbol) else { return }
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
        guard isPresent(node.symbol) else { return }
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
        return !isLong && jumps.isEmpty || meanings(at: at).contains { $0.symbol == symbol }
    }
}
