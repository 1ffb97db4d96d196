/// All phrases of one language as one automaton over symbols, entered at the rarest word of each.
///
/// A phrase is a graph of what may follow what (after Thompson's construction), never unfolded into its variants. Each
/// is filed under the symbol every variant needs that messages hold least often, and within that under another it needs;
/// from where the first stands the graph is followed to both ends. Reading a message costs what its own rare words ask
/// for: phrases whose words do not occur cost nothing, however many there are.
final class Automaton: Sendable {
    struct Node: Sendable {
        /// A word, list, entity or sign; 0 branches.
        var symbol: UInt32
        /// What stands behind it; 0 ends the phrase.
        var next: UInt32
        /// The other branch.
        var other: UInt32
        /// What stands before it: a node, or the start of the phrase, or `several` and where those are listed.
        var before: UInt32

        static let start = UInt32.max
        /// The bit that marks a place in `before` of the automaton instead of a node.
        static let several: UInt32 = 1 << 31
    }

    /// Entries of one symbol that need one of some others as well. They end where those of the next group start.
    struct Group: Sendable {
        /// A symbol, or `anyOf` and where several are listed in `checks`; 0 where no other is needed.
        let check: UInt32
        let start: UInt32

        static let anyOf: UInt32 = 1 << 31
    }

    /// The groups filed under one symbol: first entries of lists, then phrases.
    struct Filed: Sendable {
        var start: UInt32 = 0
        var lists: UInt16 = 0
        var phrases: UInt16 = 0
    }

    struct Entry: Sendable {
        /// 0 where the symbol is the whole phrase.
        let node: UInt32
        /// A pattern, or the symbol of a list.
        let pattern: UInt32
    }

    let nodes: Table<Node>
    /// What stands before nodes that follow several: how many, then these.
    let before: Table<UInt32>
    /// By symbol.
    let filed: Table<Filed>
    /// One more than there are, for the end of the last.
    let groups: Table<Group>
    /// How many symbols, then these.
    let checks: Table<UInt32>
    let entries: Table<Entry>

    init(nodes: [Node], before: [UInt32], filed: [Filed], groups: [Group], checks: [UInt32], entries: [Entry]) {
        self.nodes = Table(nodes)
        self.before = Table(before)
        self.filed = Table(filed)
        self.groups = Table(groups)
        self.checks = Table(checks)
        self.entries = Table(entries)
    }
}
