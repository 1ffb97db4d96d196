/// The texts each conversation of a stream has had, for a bounded number of conversations.
///
/// Two generations: when the younger is full the older is forgotten, so memory stays flat however long the stream.
public struct ConversationMemory: Sendable {
    private var young: [UInt64: UsedTexts] = [:]
    private var old: [UInt64: UsedTexts] = [:]
    private let capacity: Int

    public init(capacity: Int) { self.capacity = capacity }

    /// Takes over what a conversation had before, while there is room.
    public mutating func remember(_ conversation: UInt64, _ used: UsedTexts) {
        if young.count < capacity { young[conversation] = used }
    }

    /// Hands out what a conversation, named by its hash, has had so far; what `body` adds is remembered.
    public mutating func update(_ conversation: UInt64, _ body: (inout UsedTexts) -> Void) {
        if let place = young.index(forKey: conversation) { return body(&young.values[place]) }
        if young.count >= capacity {
            old = young
            young = Dictionary(minimumCapacity: capacity)
        }
        var used = old[conversation] ?? UsedTexts()
        body(&used)
        young[conversation] = used
    }
}
