/// A row of at most two: what a draft answers and asks for, without memory of its own.
struct AtMostTwo<Element: Equatable> {
    private(set) var first: Element?
    private(set) var second: Element?

    var isEmpty: Bool { first == nil }
    var isFull: Bool { second != nil }

    func contains(_ element: Element) -> Bool { first == element || second == element }

    /// Adds an element at the end; there must be room.
    mutating func append(_ element: Element) {
        precondition(!isFull, "a draft has two at most")
        if first == nil { first = element } else { second = element }
    }
}
