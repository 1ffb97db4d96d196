/// A hash that is the same on every machine and in every run (FNV-1a, 64 bits).
public struct StableHash: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    public init() {}

    /// Takes in a text, and where it ends.
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        state = (state ^ 0xFF) &* 0x0000_0100_0000_01B3
    }

    /// The value. The low bits of FNV-1a are its weakest and choices take them, so the high bits are folded in.
    public var value: UInt64 { state ^ state >> 32 }

    /// The hash of the conversation of messages that name one.
    static func conversation(_ key: ConversationKey) -> UInt64 {
        var hash = StableHash()
        hash.add(key.channel)
        hash.add(key.thread)
        return hash.value
    }

    /// The hash of what makes a conversation: its channel, and its own name, else the author, else the message.
    public static func conversation(of message: Message) -> UInt64 {
        var hash = StableHash()
        hash.add(message.channel ?? "")
        hash.add(message.conversation ?? message.author?.id ?? message.id)
        return hash.value
    }
}
