import Dispatch
import Synchronization

/// Work spread over all processors, with results in the order of what they are of, as if they had been made one by one.
enum AllProcessors {
    /// Pieces a row is cut into: enough that no processor waits long for the last of them.
    private static let pieces = 16

    /// What `work` makes of each number below `count`.
    static func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        let made = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let result = work(number)
            made.withLock { $0[number] = result }
        }
        return made.withLock { $0.compactMap(\.self) }
    }

    /// What each of two works makes, done at once.
    static func both<One: Sendable, Other: Sendable>(
        _ one: @Sendable () -> One, and other: @Sendable () -> Other
    ) -> (One, Other) {
        let first = Mutex<One?>(nil)
        let second = Mutex<Other?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { number in
            if number == 0 {
                let made = one()
                first.withLock { $0 = made }
            } else {
                let made = other()
                second.withLock { $0 = made }
            }
        }
        guard let first = first.withLock({ $0 }), let second = second.withLock({ $0 }) else {
            preconditionFailure("both were made, or this would not be reached")
        }
        return (first, second)
    }

    /// What `work` makes of each piece of a row, one behind the other. The pieces are in order and hold every number below
    /// `count` once.
    static func flatMap<Result: Sendable>(_ count: Int, _ work: @Sendable (Range<Int>) -> [Result]) -> [Result] {
        map(pieces) { work($0 * count / pieces..<($0 + 1) * count / pieces) }.flatMap(\.self)
    }
}
