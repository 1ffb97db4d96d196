/// Everything that is kept about one customer.
public struct CustomerRecord: Sendable, Hashable {
    public let customer: CustomerID
    public let names: [String]
    /// The cases they wrote in, with the messages that are theirs.
    public let files: [CaseFile]

    public init(customer: CustomerID, names: [String], files: [CaseFile]) {
        self.customer = customer
        self.names = names
        self.files = files
    }
}
