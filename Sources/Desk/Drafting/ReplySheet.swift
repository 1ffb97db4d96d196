/// Numbers of the texts that may stand in each place of a draft, for one language and visibility.
///
/// A class because every draft passes it about: one reference count instead of one for each row.
final class ReplySheet: Sendable {
    let greeting: [Int]
    /// By `Acknowledgement`.
    let acknowledgements: [[Int]]
    /// By intent.
    let bodies: [[Int]]
    let also: [Int]
    let request: [Int]
    let disclosure: [Int]
    let closing: [Int]
    let signature: [Int]
    /// That of public replies, which stands on the line of the answer.
    let shortSignature: [Int]
    /// In the order of `ReplyLibrary.holdings`.
    let holdings: [[Int]]

    init(
        greeting: [Int], acknowledgements: [[Int]], bodies: [[Int]], also: [Int], request: [Int], disclosure: [Int], closing: [Int],
        signature: [Int], shortSignature: [Int], holdings: [[Int]]
    ) {
        self.greeting = greeting
        self.acknowledgements = acknowledgements
        self.bodies = bodies
        self.also = also
        self.request = request
        self.disclosure = disclosure
        self.closing = closing
        self.signature = signature
        self.shortSignature = shortSignature
        self.holdings = holdings
    }

    /// The texts for one answer.
    func choices(_ answer: Answer) -> [Int] {
        switch answer {
        case .body(let intent): bodies[intent]
        case .holding(let number): holdings[number]
        }
    }

    /// What a draft says in the middle.
    enum Answer: Sendable, Hashable {
        case body(Int)
        case holding(Int)
    }
}
