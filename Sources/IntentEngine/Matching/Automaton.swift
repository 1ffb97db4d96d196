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

    /// Entries of one symbol that need one of some others as well.
    struct Group: Sendable {
        /// Slice of `checks`, empty where they need no other symbol.
        let checkStart: UInt32
        let checkEnd: UInt32
        /// Slice of `entries`.
        let start: UInt32
        let end: UInt32
    }

    struct Entry: Sendable {
        /// 0 where the symbol is the whole phrase.
        let node: UInt32
        let pattern: UInt32
    }

    let nodes: Table<Node>
    /// What stands before nodes that follow several: how many, then these.
    let before: Table<UInt32>
    /// By symbol, the groups filed under it: a slice of `groups`.
    let groupStarts: Table<UInt32>
    let groups: Table<Group>
    let checks: Table<UInt32>
    let entries: Table<Entry>

    init(nodes: [Node], before: [UInt32], groupStarts: [UInt32], groups: [Group], checks: [UInt32], entries: [Entry]) {
        self.nodes = Table(nodes)
        self.before = Table(before)
        self.groupStarts = Table(groupStarts)
        self.groups = Table(groups)
        self.checks = Table(checks)
        self.entries = Table(entries)
    }
}
