/// Events hold customers' words and names: however one is printed, it shows its channel, kind and type alone.
extension InboundEvent: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(channel) \(kind.label) \(type)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["event": description]) }
}

extension InboundEvent.Author: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { role.rawValue }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["role": role.rawValue]) }
}
