import Desk

/// Some lines, decided: their arrivals, in the order of the lines, and the refused ones between them.
struct ReceiveBlock: Sendable {
    var arrivals: [Arrival]
    /// Each with how many arrivals come before it.
    var refusals: [Refusal]

    struct Refusal: Sendable {
        let place: Int
        /// Of the line.
        let number: Int
        let cause: String
    }
}
