/// Writes the graph of a phrase down as two programs, from a node to the start and from it to the end.
///
/// Programs are read from front to back in one piece of memory, branches included; what several ways lead to is written
/// once and jumped to, so that a graph is never unfolded into its variants (after Thompson's construction).
struct PhraseProgramWriter {
    typealias Instruction = Automaton.Instruction

    private let nodes: [PhraseNode]
    private(set) var code: [UInt32] = []
    /// How much of the code leads to the start.
    private(set) var backLength = 0

    /// By node of the phrase at hand, the first of `ways` that lead to it, or `none`.
    private var firstWay: [Int]
    /// A node before another, and the next way to that other.
    private var ways: [(node: UInt32, next: Int)] = []
    /// By node, where what stands beyond it was written, or `none`.
    private var written: [Int]
    /// Nodes whose place in these tables is taken.
    private var touched: [UInt32] = []

    private static let start = UInt32.max
    private static let none = -1

    init(_ nodes: [PhraseNode]) {
        self.nodes = nodes
        firstWay = [Int](repeating: Self.none, count: nodes.count)
        written = firstWay
    }

    /// Writes both programs of a phrase into `code`.
    ///
    /// - Parameter anchor: The node they leave from.
    mutating func write(entrance: UInt32, anchor: UInt32) {
        code.removeAll(keepingCapacity: true)
        findWays(from: entrance)
        writeBack(from: anchor)
        backLength = code.count
        for number in touched { written[Int(number)] = Self.none }
        writeAhead(to: nodes[Int(anchor)].next)
        for number in touched {
            written[Int(number)] = Self.none
            firstWay[Int(number)] = Self.none
        }
        touched.removeAll(keepingCapacity: true)
        ways.removeAll(keepingCapacity: true)
    }

    private mutating func findWays(from entrance: UInt32) {
        add(way: Self.start, to: entrance)
        var at = 0
        while at < touched.count {
            let number = touched[at]
            let node = nodes[Int(number)]
            if node.next != 0 { add(way: number, to: node.next) }
            if node.kind == .branch, node.other != 0 { add(way: number, to: node.other) }
            at += 1
        }
    }

    private mutating func add(way number: UInt32, to node: UInt32) {
        if firstWay[Int(node)] == Self.none { touched.append(node) }
        ways.append((number, firstWay[Int(node)]))
        firstWay[Int(node)] = ways.count - 1
    }

    /// Whether nothing more need stand than what the programs leave from.
    var isWhole: Bool { code.count == 2 && code.allSatisfy { $0 == Instruction.end.bits } }

    // MARK: Towards the start

    /// Writes what stands before a node down.
    private mutating func writeBack(from number: UInt32) {
        var number = number
        while !jumps(to: number) {
            let before = nodesBefore(number)
            if before.count > 1 {
                return choose(before) { program, way in if program.write(over: way) { program.writeBack(from: way) } }
            }
            guard write(over: before[0]) else { return }
            number = before[0]
        }
    }

    /// The nodes that come before one, or the start; the last to be added first.
    private func nodesBefore(_ number: UInt32) -> [UInt32] {
        var before: [UInt32] = []
        var at = firstWay[Int(number)]
        while at != Self.none {
            before.append(ways[at].node)
            at = ways[at].next
        }
        return before
    }

    /// Writes a node down, or the start; whether anything stands before it.
    private mutating func write(over number: UInt32) -> Bool {
        if number == Self.start {
            code.append(Instruction.end.bits)
            return false
        }
        let node = nodes[Int(number)]
        if node.kind == .branch { return true }
        write(node)
        if node.isWord || node.symbol > Symbol.clauseEnd { return true }
        if node.symbol == Symbol.clauseStart { code.append(Instruction.end.bits) }
        return false
    }

    // MARK: Towards the end

    /// Writes a node and what stands behind it down.
    private mutating func writeAhead(to number: UInt32) {
        var number = number
        while number != 0 {
            if jumps(to: number) { return }
            let node = nodes[Int(number)]
            if node.kind == .branch {
                return choose(nodesBehind(number)) { program, way in program.writeAhead(to: way) }
            }
            write(node)
            if node.symbol == Symbol.clauseStart, node.kind == .symbol { return }
            number = node.next
        }
        code.append(Instruction.end.bits)
    }

    /// The nodes a branch leads to, or the end, looked for behind further branches.
    private func nodesBehind(_ branch: UInt32) -> [UInt32] {
        let node = nodes[Int(branch)]
        return [node.next, node.other].flatMap { $0 != 0 && nodes[Int($0)].kind == .branch ? nodesBehind($0) : [$0] }
    }

    // MARK: Instructions

    /// Whether what stands beyond a node has been written, so that a jump will do.
    private mutating func jumps(to number: UInt32) -> Bool {
        let place = written[Int(number)]
        guard place != Self.none else {
            written[Int(number)] = code.count
            return false
        }
        code.append(Instruction(.jump, by: place - code.count).bits)
        return true
    }

    /// Writes several ways on, each by the node it starts with.
    private mutating func choose(_ ways: [UInt32], _ write: (inout Self, UInt32) -> Void) {
        let place = code.count
        code.append(Instruction(.choice, UInt32(ways.count)).bits)
        code += ways.map { $0 == Self.start || $0 == 0 ? Symbol.none : nodes[Int($0)].required }
        let distances = code.count
        code += ways.map { _ in 0 }
        for at in ways.indices {
            code[distances + at] = UInt32(code.count - place)
            write(&self, ways[at])
        }
    }

    private mutating func write(_ node: PhraseNode) {
        code.append(Instruction(node.kind == .set ? .set : .symbol, node.symbol, isOptional: node.isOptional).bits)
    }
}
