/// All phrases of one language as one automaton over symbols, entered at the rarest word of each.
///
/// Each phrase is filed under the symbol every variant needs that messages hold least often, and within that under
/// others of which it needs one; from where the first stands it is followed to both ends. Reading a message costs what its
/// own rare words ask for: phrases whose words do not occur cost nothing, however many there are.
///
/// What is filed under one symbol lies in one piece, so that looking through it is reading on (see `Piece`). How a phrase goes on to its
/// start and to its end stands in `programs`, once for all symbols it is filed under (see `PhraseProgramWriter`): the less
/// there is of it, the more of it is in the near caches.
final class Automaton: Sendable {
    /// One instruction of a phrase, read towards its start or its end.
    struct Instruction: Sendable {
        let bits: UInt32

        enum Kind: UInt32 {
            /// A word, list, entity or sign stands here.
            case symbol
            /// Any of some symbols stands here: where these are in `sets`.
            case set
            /// So many ways on. By way, the symbol it starts with, `Symbol.none` where that is not one alone or may be left
            /// out; then, by way, how far on it starts.
            case choice
            /// Goes on elsewhere.
            case jump
            /// The end that was looked for.
            case end
        }

        var kind: Kind { Kind(rawValue: bits >> 29) ?? .end }
        /// A symbol, the place of a set, or how many ways.
        var value: Int { Int(bits & Self.mostValue) }
        /// Of a jump, how far on it goes; back where negative.
        var distance: Int { value - Self.here }
        /// Nothing need stand here.
        var isOptional: Bool { bits & Self.optional != 0 }

        init(bits: UInt32) { self.bits = bits }

        init(_ kind: Kind, _ value: UInt32, isOptional: Bool = false) {
            bits = kind.rawValue << 29 | (isOptional ? Self.optional : 0) | value
        }

        init(_ kind: Kind, by distance: Int) { self.init(kind, UInt32(distance + Self.here)) }

        static let end = Instruction(.end, 0)
        static let mostValue: UInt32 = optional - 1
        private static let optional: UInt32 = 1 << 28
        private static let here = 1 << 27
    }

    /// The pieces filed under one symbol: entries of lists, and phrases. 0 where there is none.
    struct Filed: Sendable {
        var lists: UInt32 = 0
        var phrases: UInt32 = 0
    }

    /// What is filed under one symbol, as it lies in `pieces` from `place` on: how many groups of entries need one other
    /// symbol and how many rows those have that need one of several, then the groups and the rows, then the entries.
    ///
    /// A group is its symbol, `Symbol.none` where nothing else need stand, and where its entries are. A row is four symbols,
    /// repeated where fewer are asked for, and where the entries are; a group of more symbols has several rows.
    struct Piece {
        let groups: Range<Int>
        let rows: Range<Int>

        static let groupLength = 2
        static let rowLength = 5

        @inline(__always)
        init(at place: Int, in pieces: UnsafeBufferPointer<UInt32>) {
            let first = place &+ 2
            let behind = first &+ Int(pieces[place]) &* Self.groupLength
            groups = first..<behind
            rows = behind..<behind &+ Int(pieces[place &+ 1]) &* Self.rowLength
        }
    }

    /// A phrase or an entry of a list.
    struct Entry: Sendable {
        let bits: UInt32

        init(bits: UInt32) { self.bits = bits }
        init(_ pattern: UInt32, hasProgram: Bool, isLast: Bool) {
            bits = pattern | (hasProgram ? Self.program : 0) | (isLast ? Self.last : 0)
        }

        /// A pattern, or the symbol of a list.
        var pattern: UInt32 { bits & (Self.program - 1) }
        /// Whether the next word says where its program is; else the symbol it is filed under is all of it.
        var hasProgram: Bool { bits & Self.program != 0 }
        /// Whether it is the last of its group.
        var isLast: Bool { bits & Self.last != 0 }

        private static let program: UInt32 = 1 << 30
        private static let last: UInt32 = 1 << 31
    }

    /// How a phrase goes on from a symbol it is filed under, as it lies in `programs` from `place` on: how many symbols are
    /// checked and how long the way to the start is, the symbols, and the ways to the start and to the end.
    struct Program {
        let checks: Range<Int>
        let back: Int
        let ahead: Int

        @inline(__always)
        init(at place: Int, in programs: UnsafeBufferPointer<UInt32>) {
            checks = place + 2..<place + 2 + Int(programs[place])
            back = checks.upperBound
            ahead = back + Int(programs[place + 1])
        }
    }

    let pieces: Table<UInt32>
    let programs: Table<UInt32>
    /// How many symbols each set has, then these.
    let sets: Table<UInt32>
    /// By symbol.
    let filed: Table<Filed>

    init(pieces: Table<UInt32>, programs: Table<UInt32>, sets: Table<UInt32>, filed: Table<Filed>) {
        self.pieces = pieces
        self.programs = programs
        self.sets = sets
        self.filed = filed
    }
}
