/// Requests and answers hold secrets, customers' words and addresses with tokens in their paths: however one is printed,
/// it shows none of them.
extension OutgoingRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(method), \(headers.count) headers, \(body.count) bytes" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

extension OutgoingRequest.Header: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { isSecret ? "\(name): …" : "\(name): \(value)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["header": description]) }
}

extension OutgoingAnswer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "status \(status), \(headers.count) headers, \(body.count) bytes\(isCut ? ", cut" : "")" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["answer": description]) }
}
