/// Numbers of the texts that may stand in each place of a draft, for one language and visibility.
struct ReplySheet: Sendable {
    let greeting: [Int]
    /// By `Acknowledgement`.
    let acknowledgements: [[Int]]
    /// By intent.
    let bodies: [[Int]]
    let also: [Int]
    let request: [Int]
    let closing: [Int]
    let signature: [Int]
    /// In the order of `ReplyLibrary.holdings`.
    let holdings: [[Int]]

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
