/// All phrases of one language as one automaton over symbols, entered at the rarest word of each.
///
/// Each phrase is filed under the symbol every variant needs that messages hold least often, and within that under
/// others of which it needs one; from where the first stands it is followed to both ends. Reading a message costs what its
/// own rare words ask for: phrases whose words do not occur cost nothing, however many there are.
///
/// What is filed under one symbol lies in one piece of `code`, so that looking through it is reading on: a phrase that
/// is a row of steps stands there itself, one that branches (a graph after Thompson's construction, never unfolded into
/// its variants) is named by the node it is entered at.
final class Automaton: Sendable {
    /// One step of a phrase as a number: a word, list, entity or sign, or any of a set, with what is true of it.
    struct Step: Sendable {
        private(set) var bits: UInt32

        /// A symbol, or where in `sets` the symbols are; of a branch, the other node.
        var symbol: UInt32 { bits & Self.mostSymbol }
        /// Any of several symbols may stand here.
        var isSet: Bool { bits & Self.set != 0 }
        /// Nothing need stand here.
        var isOptional: Bool { bits & Self.optional != 0 }
        /// No step, but two ways on.
        var isBranch: Bool { bits & Self.branch != 0 }
        /// Whether it takes words: a gap, the ends of a clause and a branch do not.
        var isWord: Bool { isSet || (symbol > Symbol.lastGap && !isBranch) }

        init(bits: UInt32) { self.bits = bits }

        init(_ symbol: UInt32, _ sign: UInt32 = 0) { bits = symbol | sign }

        mutating func makeOptional() { bits |= Self.optional }

        static let set: UInt32 = 1 << 31
        static let branch: UInt32 = 1 << 30
        static let optional: UInt32 = 1 << 29
        static let mostSymbol: UInt32 = optional - 1
    }

    /// A step of a phrase that branches, with the nodes around it.
    struct Node: Sendable {
        var step: Step
        /// 0 is the end.
        var next: UInt32
        /// A node, or the start of the phrase, or `several` and where those are listed.
        var before: UInt32

        static let start = UInt32.max
        /// The bit that marks a place in `before` of the automaton instead of a node.
        static let several: UInt32 = 1 << 31
    }

    /// The pieces of `code` filed under one symbol: entries of lists, then phrases. All 0 where there are none.
    struct Filed: Sendable {
        var lists: UInt32 = 0
        var phrases: UInt32 = 0
        var end: UInt32 = 0

        var hasLists: Bool { lists < phrases }
        var hasPhrases: Bool { phrases < end }
    }

    /// Entries that need one of some other symbols as well: how many such there are and how long all of it is, then the
    /// symbols, then the entries.
    struct Group: Sendable {
        let bits: UInt32

        init(bits: UInt32) { self.bits = bits }
        init(checks: Int, words: Int) { bits = UInt32(words) << 8 | UInt32(checks) }

        var checks: Int { Int(bits & 255) }
        /// Words of `code` from this one to the next group.
        var words: Int { Int(bits >> 8) }

        /// Longer groups are parted.
        static let mostWords = 1 << 20
    }

    /// A phrase or an entry of a list: what it is and how it goes on, in `code`.
    struct Entry: Sendable {
        let bits: UInt32

        init(bits: UInt32) { self.bits = bits }
        init(_ pattern: UInt32, _ form: Form) { bits = form.rawValue << 30 | pattern }

        /// A pattern, or the symbol of a list.
        var pattern: UInt32 { bits & (1 << 30 - 1) }
        var form: Form { Form(rawValue: bits >> 30) ?? .whole }

        enum Form: UInt32 {
            /// The symbol it is filed under is all of it.
            case whole
            /// The next word says how many steps stand before that symbol and behind it; these follow, each from the
            /// nearest on.
            case row
            /// The next word is the node of that symbol.
            case graph
        }
    }

    /// How many steps of a row stand on either side of the symbol it is filed under.
    struct Sides: Sendable {
        let bits: UInt32

        init(bits: UInt32) { self.bits = bits }
        init(before: Int, behind: Int) { bits = UInt32(before) << 16 | UInt32(behind) }

        var before: Int { Int(bits >> 16) }
        var behind: Int { Int(bits & 0xFFFF) }

        static let most = 0xFFFF
    }

    let code: Table<UInt32>
    /// By symbol.
    let filed: Table<Filed>
    /// How many symbols, then these.
    let sets: Table<UInt32>
    let nodes: Table<Node>
    /// What stands before nodes that follow several: how many, then these.
    let before: Table<UInt32>

    init(
        code: Table<UInt32>, filed: Table<Filed>, sets: Table<UInt32>, nodes: Table<Node>, before: Table<UInt32>
    ) {
        self.code = code
        self.filed = filed
        self.sets = sets
        self.nodes = nodes
        self.before = before
    }
}
