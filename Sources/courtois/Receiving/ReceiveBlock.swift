import Desk

/// Some lines, decided: their arrivals, in the order of the lines, and the refused ones between them.
struct ReceiveBlock: Sendable {
    var arrivals: [Arrival]
    /// Each with how many arrivals come before it.
    var refusals: [Refusal]

    struct Refusal: Sendable {
        var place: Int
        /// Of the line.
        let number: Int
        let cause: String
    }
}

extension ReceiveBlock {
    /// Blocks in their order as one. Arrivals are moved and not copied, for which two dozen references would be counted.
    init(joining blocks: consuming [ReceiveBlock]) {
        var blocks = blocks
        if blocks.count == 1 {
            self = blocks.removeLast()
            return
        }
        let count = blocks.reduce(0) { $0 + $1.arrivals.count }
        var refusals: [Refusal] = []
        arrivals = [Arrival](unsafeUninitializedCapacity: count) { joined, filled in
            var place = count
            while var block = blocks.popLast() {
                let start = place - block.arrivals.count
                for var refusal in block.refusals.reversed() {
                    refusal.place += start
                    refusals.append(refusal)
                }
                while let arrival = block.arrivals.popLast() {
                    place -= 1
                    joined.initializeElement(at: place, to: arrival)
                }
            }
            filled = count
        }
        self.refusals = refusals.reversed()
    }
}
