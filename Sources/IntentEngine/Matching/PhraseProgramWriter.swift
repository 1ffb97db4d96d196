/// Writes the graph of a phrase down as two programs, from a node to the start and from it to the end.
///
/// Programs are read from front to back in one piece of memory, branches included; what several ways lead to is written
/// once and jumped to, so that a graph is never unfolded into its variants (after Thompson's construction).
struct PhraseProgramWriter {
    typealias Instruction = Automaton.Instruction

    private let nodes: [PhraseNode]
    /// How many symbols, then these.
    private let sets: [UInt32]
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

    init(_ nodes: [PhraseNode], sets: [UInt32]) {
        self.nodes = nodes
        self.sets = sets
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

    // MARK: Towards the start

    private mutating func writeBack(from number: UInt32) {
        var number = number
        while !jumps(to: number) {
            var way = ways[firstWay[Int(number)]]
            while way.next != Self.none {
                let other = way.node
                branch { program in if program.write(over: other) { program.writeBack(from: other) } }
                way = ways[way.next]
            }
            guard write(over: way.node) else { return }
            number = way.node
        }
    }

    /// Writes a node down, or the start; whether anything stands before it.
    private mutating func write(over number: UInt32) -> Bool {
        if number == Self.start {
            code.append(Instruction.end.bits)
            return false
        }
        let node = nodes[Int(number)]
        if node.kind != .branch { write(node) }
        return node.isWord || node.kind == .branch || node.symbol > Symbol.clauseEnd
    }

    // MARK: Towards the end

    private mutating func writeAhead(to number: UInt32) {
        var number = number
        while number != 0 {
            if jumps(to: number) { return }
            let node = nodes[Int(number)]
            if node.kind == .branch {
                branch { program in program.writeAhead(to: node.next) }
                number = node.other
            } else {
                write(node)
                if node.symbol == Symbol.clauseStart, node.kind == .symbol { return }
                number = node.next
            }
        }
        code.append(Instruction.end.bits)
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

    /// Writes one way on; what is written next is the other.
    private mutating func branch(_ write: (inout Self) -> Void) {
        let place = code.count
        code.append(0)
        write(&self)
        code[place] = Instruction(.branch, by: code.count - place).bits
    }

    private mutating func write(_ node: PhraseNode) {
        guard node.kind == .set else { return code.append(Instruction(.symbol, node.symbol, isOptional: node.isOptional).bits) }
        let set = Int(node.symbol)
        code.append(Instruction(.set, sets[set], isOptional: node.isOptional).bits)
        code += sets[set + 1...set + Int(sets[set])]
    }
}
