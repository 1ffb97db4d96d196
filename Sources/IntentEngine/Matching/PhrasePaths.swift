/// A phrase whose words are symbols, as a graph of what may follow what (after Thompson's construction).
///
/// Nodes are made from the end of the phrase to its start, so that each knows what comes behind it; an alternative is a
/// node that branches, and an optional part branches to what stands behind it.
struct PhrasePaths {
    private struct Node {
        /// A word, list, entity or sign; 0 branches.
        let symbol: UInt32
        let next: Int
        /// The other branch.
        let other: Int
    }

    /// Node 0 ends the phrase.
    private var nodes = [Node(symbol: 0, next: 0, other: 0)]
    /// By node, how many paths lead from it to the end.
    private var counts = [1]
    private(set) var entry = 0
    /// Fewest words and entities on a path, once the paths are laid.
    private(set) var shortest = Int.max

    /// Paths one phrase may have; beyond it, memory is at stake and nobody can foresee what it matches.
    static let most = 4096

    /// How many paths there are, never more than one beyond `most`.
    var count: Int { counts[entry] }

    /// A node before `next`; returns its number.
    mutating func add(_ symbol: UInt32, next: Int) -> Int {
        nodes.append(Node(symbol: symbol, next: next, other: 0))
        counts.append(counts[next])
        return nodes.count - 1
    }

    /// A node from which either may follow.
    mutating func branch(_ first: Int, _ second: Int) -> Int {
        nodes.append(Node(symbol: 0, next: first, other: second))
        counts.append(min(counts[first] + counts[second], Self.most + 1))
        return nodes.count - 1
    }

    mutating func start(at node: Int) { entry = node }

    /// Lays every path into an automaton, where each ends in `pattern`.
    ///
    /// Gaps that an omitted part left at an end or in a row are dropped.
    mutating func lay(into automaton: inout AutomatonBuilder, pattern: UInt32) {
        lay(entry, state: 0, gap: 0, words: 0, &automaton, pattern)
    }

    private mutating func lay(
        _ node: Int, state: UInt32, gap: UInt32, words: Int, _ automaton: inout AutomatonBuilder, _ pattern: UInt32
    ) {
        var node = node
        var state = state
        var gap = gap
        var words = words
        while node != 0 {
            let step = nodes[node]
            switch step.symbol {
            case 0:
                lay(step.other, state: state, gap: gap, words: words, &automaton, pattern)
            case (Symbol.firstGap + 1)...Symbol.lastGap:
                if words > 0 { gap = max(gap, step.symbol) }
            case Symbol.clauseStart, Symbol.clauseEnd:
                gap = 0
                state = automaton.child(of: state, step.symbol)
            default:
                if gap != 0 { state = automaton.child(of: state, gap) }
                gap = 0
                state = automaton.child(of: state, step.symbol)
                words += 1
            }
            node = step.next
        }
        guard words > 0 else { return }
        shortest = min(shortest, words)
        automaton.end(pattern, in: state)
    }
}
