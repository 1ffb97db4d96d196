/// All phrases of one language as one automaton over symbols, entered at the rarest word of each.
///
/// A phrase is a graph of what may follow what (after Thompson's construction), never unfolded into its variants. Each
/// is filed under the symbol every variant needs that messages hold least often, and within that under another it needs;
/// from where the first stands the graph is followed to both ends. Reading a message costs what its own rare words ask
/// for: phrases whose words do not occur cost nothing, however many there are.
final class Automaton: Sendable {
    /// One step of a phrase. What stands behind a node is the node numbered one lower, what stands before it the one
    /// numbered one higher, unless its signs say otherwise: most phrases are rows, and a row fits into one line of cache.
    struct Node: Sendable {
        /// A word, list, entity or sign; 0 branches. For a set, where in `sets` its symbols are.
        var symbol: UInt32
        var signs: Signs
        /// Where in `links` the nodes around it are named.
        var link: UInt32

        struct Signs: OptionSet, Sendable {
            let rawValue: UInt8
            /// Any of several symbols may stand here.
            static let set = Signs(rawValue: 1)
            /// Nothing need stand here.
            static let optional = Signs(rawValue: 2)
            static let first = Signs(rawValue: 4)
            static let last = Signs(rawValue: 8)
            /// `link` names what stands behind it, or before it.
            static let linked = Signs(rawValue: 16)
        }
    }

    /// The nodes around a node of a phrase that is no row.
    struct Link: Sendable {
        var next: UInt32
        /// The other branch.
        var other: UInt32
        /// A node, or the start of the phrase, or `several` and where those are listed.
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
        /// `whole` where the symbol is the whole phrase.
        let node: UInt32
        /// A pattern, or the symbol of a list.
        let pattern: UInt32

        static let whole = UInt32.max
    }

    let nodes: Table<Node>
    let links: Table<Link>
    /// How many symbols, then these.
    let sets: Table<UInt32>
    /// What stands before nodes that follow several: how many, then these.
    let before: Table<UInt32>
    /// By symbol.
    let filed: Table<Filed>
    /// One more than there are, for the end of the last.
    let groups: Table<Group>
    /// How many symbols, then these.
    let checks: Table<UInt32>
    let entries: Table<Entry>

    init(
        nodes: Table<Node>, links: Table<Link>, sets: Table<UInt32>, before: Table<UInt32>, filed: Table<Filed>, groups: Table<Group>,
        checks: Table<UInt32>, entries: Table<Entry>
    ) {
        self.nodes = nodes
        self.links = links
        self.sets = sets
        self.before = before
        self.filed = filed
        self.groups = groups
        self.checks = checks
        self.entries = entries
    }
}
