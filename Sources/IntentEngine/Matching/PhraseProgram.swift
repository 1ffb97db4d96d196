/// Writes the graph of a phrase down as two programs, from a node to the start and from it to the end.
///
/// Programs are read from front to back in one piece of memory, branches included; what several ways lead to is written
/// once and jumped to, so that a graph is never unfolded into its variants (after Thompson's construction).
struct PhraseProgram {
    typealias Instruction = Automaton.Instruction

    private let nodes: [PhraseNode]
    /// How many symbols, then these.
    private let sets: [UInt32]
    /// By node of the phrase, those it follows; the entrance follows the start as well.
    private let before: [UInt32: [UInt32]]
    private(set) var code: [UInt32] = []
    /// How much of the code leads to the start.
    private(set) var backLength = 0
    /// Where what stands beyond a node was written.
    private var written: [UInt32: Int] = [:]

    private static let start = UInt32.max

    /// - Parameter anchor: The node both programs leave from.
    init(_ nodes: [PhraseNode], sets: [UInt32], entrance: UInt32, anchor: UInt32) {
        self.nodes = nodes
        self.sets = sets
        before = Self.befores(from: entrance, in: nodes)
        writeBack(from: anchor)
        backLength = code.count
        written.removeAll(keepingCapacity: true)
        writeAhead(to: nodes[Int(anchor)].next)
    }

    private static func befores(from entrance: UInt32, in nodes: [PhraseNode]) -> [UInt32: [UInt32]] {
        var before: [UInt32: [UInt32]] = [entrance: [start]]
        var left = [entrance]
        while let number = left.popLast() {
            let node = nodes[Int(number)]
            for next in node.kind == .branch ? [node.next, node.other] : [node.next] where next != 0 {
                if before[next] == nil { left.append(next) }
                before[next, default: []].append(number)
            }
        }
        return before
    }

    // MARK: Towards the start

    private mutating func writeBack(from number: UInt32) {
        var number = number
        while !jumps(to: number) {
            let ways = before[number] ?? []
            for way in ways.dropLast() { branch { program in if program.write(over: way) { program.writeBack(from: way) } } }
            guard let last = ways.last, write(over: last) else { return }
            number = last
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
        guard let place = written[number] else {
            written[number] = code.count
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
