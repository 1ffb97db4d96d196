/// All phrases of one language as one automaton over symbols, sharing what they begin with.
///
/// States hold their outgoing edges sorted by symbol, signs of the phrase language first. Reading a message costs
/// what its own words can reach; phrases whose words do not occur cost nothing, however many there are.
final class Automaton: Sendable {
    struct State: Sendable {
        var edgeStart: UInt32 = 0
        var outputStart: UInt32 = 0
        var edgeCount: UInt32 = 0
        var outputCount: UInt16 = 0
        var signs: Signs = []
    }

    /// Which edges that read no word a state has, so that the common state looks for none.
    struct Signs: OptionSet, Sendable {
        let rawValue: UInt8
        static let gap = Signs(rawValue: 1)
        /// Over an entity or a list's entry of several words.
        static let jump = Signs(rawValue: 2)
        static let clauseEnd = Signs(rawValue: 4)
    }

    struct Edge: Sendable {
        let symbol: UInt32
        let target: UInt32
    }

    let states: [State]
    let edges: [Edge]
    /// Patterns that end in a state: slices of this.
    let outputs: [UInt32]
    /// The state each symbol leads to from the start, by symbol; 0 is none.
    let start: [UInt32]
    /// The state behind `^`, or 0.
    let clauseStart: UInt32

    init(states: [State], edges: [Edge], outputs: [UInt32], start: [UInt32], clauseStart: UInt32) {
        self.states = states
        self.edges = edges
        self.outputs = outputs
        self.start = start
        self.clauseStart = clauseStart
    }

    /// The state reached from `state` by `symbol`, or 0.
    @inline(__always)
    static func target(
        _ state: State, _ symbol: UInt32, edges: UnsafeBufferPointer<Edge>
    ) -> UInt32 {
        var low = Int(state.edgeStart)
        var high = low + Int(state.edgeCount)
        while high - low > 8 {
            let middle = (low + high) / 2
            if edges[middle].symbol <= symbol { low = middle } else { high = middle }
        }
        while low < high {
            let edge = edges[low]
            if edge.symbol == symbol { return edge.target }
            if edge.symbol > symbol { return 0 }
            low += 1
        }
        return 0
    }
}
