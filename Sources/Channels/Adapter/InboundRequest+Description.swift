/// Requests hold customers' words, and secrets in headers and addresses: however one is printed, it shows none of them.
extension InboundRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(method), \(body.count) bytes" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

extension HeaderList: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "header fields" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
