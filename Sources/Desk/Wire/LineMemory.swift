/// Memory between two lines, so that kilobytes are not asked for and given back for every message.
///
/// A copy shares it until either is used, as arrays do. `@unchecked Sendable` for that.
struct LineMemory: @unchecked Sendable {
    private var block: Block?

    private final class Block {
        var start: UnsafeMutablePointer<UInt8>?
        var capacity = 0

        deinit { start?.deallocate() }
    }

    /// What is there, which now is the caller's; nil when there is nothing, or another copy has it too.
    mutating func take() -> (start: UnsafeMutablePointer<UInt8>, capacity: Int)? {
        guard isKnownUniquelyReferenced(&block), let block, let start = block.start else { return nil }
        block.start = nil
        return (start, block.capacity)
    }

    mutating func keep(_ start: UnsafeMutablePointer<UInt8>, _ capacity: Int) {
        if !isKnownUniquelyReferenced(&block) { block = Block() }
        block?.start?.deallocate()
        block?.start = start
        block?.capacity = capacity
    }
}
