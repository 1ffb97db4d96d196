/// Looks for the phrases of an automaton in the units of one message.
///
/// `presence` says for each symbol at which units it stands, one bit a unit, modulo 64.
struct AutomatonWalk {
    private let nodes: UnsafeBufferPointer<Automaton.Node>
    private let links: UnsafeBufferPointer<Automaton.Link>
    private let sets: UnsafeBufferPointer<UInt32>
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
    private var scratch = Scratch()
    private var jumps: [Jump] = []
    private var matches: [Match] = []
    private var pattern: UInt32 = 0

    /// Memory of the walk that is used again for the next message.
    struct Scratch {
        /// Phrases whose checks stand, each with its first node and the units of the symbol it is filed under.
        fileprivate var candidates: [Candidate] = []
        /// Entries to be looked at.
        fileprivate var open: [Open] = []
        /// Where the phrase being followed may start.
        fileprivate var starts: [Int32] = []
    }

    fileprivate struct Open {
        let entry: UInt32
        let start: Int32
        let end: Int32
    }

    fileprivate struct Candidate {
        let entry: Automaton.Entry
        let node: Automaton.Node
        let start: Int32
        let end: Int32
    }

    init(
        _ automaton: Automaton, meanings: UnsafeBufferPointer<Lexicon.Meaning>, units: UnsafeBufferPointer<Unit>,
        presence: UnsafeMutableBufferPointer<UInt64>, anywhere: UnsafeMutableBufferPointer<UInt64>
    ) {
        nodes = automaton.nodes.elements
        links = automaton.links.elements
        sets = automaton.sets.elements
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
    /// The arrays are handed over and back: `jumps` comes with the entities. Each step is taken for all that is open
    /// before the next, so that the memory one needs is on its way while another is looked at.
    mutating func run(jumps entities: inout [Jump], matches found: inout [Match], scratch kept: inout Scratch) {
        swap(&matches, &found)
        swap(&scratch, &kept)
        matches.removeAll(keepingCapacity: true)
        for at in 0..<units.count {
            for meaning in meanings(at: at) { mark(meaning.symbol, at) }
        }
        for at in 0..<units.count {
            for meaning in meanings(at: at) where meaning.phrases.lists > 0 {
                open(meaning.phrases, Int(meaning.phrases.lists), from: at, to: at + 1)
            }
        }
        follow()
        swap(&jumps, &entities)
        for match in matches { jumps.append(Jump(symbol: match.pattern, start: match.start, end: match.end)) }
        matches.removeAll(keepingCapacity: true)
        for jump in jumps { mark(jump.symbol, Int(jump.start)) }
        for at in 0..<units.count {
            for meaning in meanings(at: at) where meaning.phrases.phrases > 0 { openPhrases(meaning.phrases, from: at, to: at + 1) }
        }
        for number in jumps.indices {
            openPhrases(filed[Int(jumps[number].symbol)], from: Int(jumps[number].start), to: Int(jumps[number].end))
        }
        follow()
        for at in 0..<units.count { for meaning in meanings(at: at) { clear(meaning.symbol) } }
        for jump in jumps { clear(jump.symbol) }
        swap(&jumps, &entities)
        swap(&matches, &found)
        swap(&scratch, &kept)
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

    private mutating func openPhrases(_ filed: Automaton.Filed, from start: Int, to end: Int) {
        var phrases = filed
        phrases.start += UInt32(filed.lists)
        open(phrases, Int(filed.phrases), from: start, to: end)
    }

    /// Opens the entries of so many groups, whose symbol stands at the units given.
    private mutating func open(_ filed: Automaton.Filed, _ count: Int, from start: Int, to end: Int) {
        for number in Int(filed.start)..<Int(filed.start) + count {
            let group = groups[number]
            guard passes(group.check) else { continue }
            for entry in group.start..<groups[number + 1].start {
                scratch.open.append(
                    Open(entry: entry, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
            }
        }
    }

    /// Follows the phrases that are open to both their ends.
    private mutating func follow() {
        for open in scratch.open {
            let entry = entries[Int(open.entry)]
            if entry.node == Automaton.Entry.whole {
                matches.append(Match(pattern: entry.pattern, start: open.start, end: open.end))
            } else {
                scratch.candidates.append(
                    Candidate(entry: entry, node: nodes[Int(entry.node)], start: open.start, end: open.end))
            }
        }
        scratch.open.removeAll(keepingCapacity: true)
        for at in scratch.candidates.indices {
            let candidate = scratch.candidates[at]
            scratch.starts.removeAll(keepingCapacity: true)
            lookBack(from: candidate.entry.node, candidate.node, at: Int(candidate.start), gap: 0)
            if scratch.starts.isEmpty { continue }
            pattern = candidate.entry.pattern
            lookAhead(from: candidate.entry.node, candidate.node, at: Int(candidate.end), gap: 0)
        }
        scratch.candidates.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    private func passes(_ check: UInt32) -> Bool {
        if check < Automaton.Group.anyOf { return check == 0 || isPresent(check) }
        let list = Int(check & ~Automaton.Group.anyOf)
        for place in list + 1...list + Int(checks[list]) where isPresent(checks[place]) { return true }
        return false
    }

    // MARK: Towards the start

    /// Goes over what stands before node `number`, whose own words start at unit `at`; `gap` words may be passed over.
    private mutating func lookBack(from number: UInt32, _ node: Automaton.Node, at: Int, gap: UInt32) {
        if node.signs.contains(.first) {
            scratch.starts.append(Int32(truncatingIfNeeded: at))
        } else if node.signs.contains(.linked) {
            let before = links[Int(node.link)].before
            if before & Automaton.Link.several != 0, before != Automaton.Link.start {
                let list = Int(before & ~Automaton.Link.several)
                for place in list + 1...list + Int(self.before[list]) { lookBack(over: self.before[place], at: at, gap: gap) }
            } else {
                lookBack(over: before, at: at, gap: gap)
            }
        } else {
            lookBack(over: number + 1, at: at, gap: gap)
        }
    }

    private mutating func lookBack(over number: UInt32, at: Int, gap: UInt32) {
        if number == Automaton.Link.start {
            scratch.starts.append(Int32(truncatingIfNeeded: at))
            return
        }
        let node = nodes[Int(number)]
        if node.signs.contains(.set) || node.symbol > Symbol.lastGap {
            if node.signs.contains(.optional) { lookBack(from: number, node, at: at, gap: gap) }
            return stepBack(over: number, node, at: at, gap: gap)
        }
        switch node.symbol {
        case 0: lookBack(from: number, node, at: at, gap: gap)
        case Symbol.clauseStart:
            if !units[at].flags.isDisjoint(with: [.startsClause, .afterPause, .afterGreeting]) {
                scratch.starts.append(Int32(truncatingIfNeeded: at))
            }
        case Symbol.clauseEnd: return
        default: lookBack(from: number, node, at: at, gap: max(gap, node.symbol - Symbol.firstGap))
        }
    }

    private mutating func stepBack(over number: UInt32, _ node: Automaton.Node, at: Int, gap: UInt32) {
        let places = places(of: node)
        if places == 0 { return }
        var end = at
        var left = Int(gap)
        while end > 0, !units[end].flags.contains(.startsClause) {
            if stands(node, places, at: end - 1) { lookBack(from: number, node, at: end - 1, gap: 0) }
            for jump in jumps where jump.end == end && holds(node, jump.symbol) {
                lookBack(from: number, node, at: Int(jump.start), gap: 0)
            }
            left -= units[end].flags.contains(.afterPause) ? 2 : 1
            if left < 0 { return }
            end -= 1
        }
    }

    // MARK: Towards the end

    /// Goes over what stands behind node `number`, whose own words end before unit `at`.
    private mutating func lookAhead(from number: UInt32, _ node: Automaton.Node, at: Int, gap: UInt32) {
        if node.signs.contains(.last) {
            for start in scratch.starts { matches.append(Match(pattern: pattern, start: start, end: Int32(truncatingIfNeeded: at))) }
        } else {
            lookAhead(over: node.signs.contains(.linked) ? links[Int(node.link)].next : number - 1, at: at, gap: gap)
        }
    }

    private mutating func lookAhead(over number: UInt32, at: Int, gap: UInt32) {
        let node = nodes[Int(number)]
        if node.signs.contains(.set) || node.symbol > Symbol.lastGap {
            if node.signs.contains(.optional) { lookAhead(from: number, node, at: at, gap: gap) }
            return stepAhead(over: number, node, at: at, gap: gap)
        }
        switch node.symbol {
        case 0:
            lookAhead(from: number, node, at: at, gap: gap)
            let other = links[Int(node.link)].other
            // The other branch may be the end: nodes never are their own.
            if other == 0 {
                for start in scratch.starts { matches.append(Match(pattern: pattern, start: start, end: Int32(truncatingIfNeeded: at))) }
            } else {
                lookAhead(over: other, at: at, gap: gap)
            }
        case Symbol.clauseStart: return
        case Symbol.clauseEnd:
            guard at == units.count || !units[at].flags.isDisjoint(with: [.startsClause, .afterPause]) else { return }
            lookAhead(from: number, node, at: at, gap: 0)
        default: lookAhead(from: number, node, at: at, gap: max(gap, node.symbol - Symbol.firstGap))
        }
    }

    private mutating func stepAhead(over number: UInt32, _ node: Automaton.Node, at: Int, gap: UInt32) {
        let places = places(of: node)
        if places == 0 { return }
        var next = at
        var left = Int(gap)
        while next < units.count, !units[next].flags.contains(.startsClause) {
            if next > at, units[next].flags.contains(.afterPause) {
                left -= 1
                if left < 0 { return }
            }
            if stands(node, places, at: next) { lookAhead(from: number, node, at: next + 1, gap: 0) }
            for jump in jumps where jump.start == next && holds(node, jump.symbol) {
                lookAhead(from: number, node, at: Int(jump.end), gap: 0)
            }
            left -= 1
            if left < 0 { return }
            next += 1
        }
    }

    // MARK: Symbols of a node

    /// The units where a symbol of a node may stand, as `presence` has them; 0 where none does.
    private func places(of node: Automaton.Node) -> UInt64 {
        if !node.signs.contains(.set) { return isPresent(node.symbol) ? presence[Int(node.symbol)] : 0 }
        let set = Int(node.symbol)
        var places: UInt64 = 0
        for place in set + 1...set + Int(sets[set]) where isPresent(sets[place]) { places |= presence[Int(sets[place])] }
        return places
    }

    /// Whether the word at unit `at` is one a node takes.
    @inline(__always)
    private func stands(_ node: Automaton.Node, _ places: UInt64, at: Int) -> Bool {
        if places & 1 << UInt64(truncatingIfNeeded: at & 63) == 0 { return false }
        // In a long message the bit may stand for a unit 64 places away, and beside jumps for one of them.
        return !isLong && jumps.isEmpty || meanings(at: at).contains { holds(node, $0.symbol) }
    }

    private func holds(_ node: Automaton.Node, _ symbol: UInt32) -> Bool {
        if !node.signs.contains(.set) { return node.symbol == symbol }
        let set = Int(node.symbol)
        for place in set + 1...set + Int(sets[set]) where sets[place] == symbol { return true }
        return false
    }
}
