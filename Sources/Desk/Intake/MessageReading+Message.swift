extension MessageReader.Reading {
    /// A message that came by other ways than a line.
    public init(of message: Message) {
        var json: [UInt8] = []
        json.string(message.id)
        self.init(message: message, idJSON: String(decoding: json, as: UTF8.self), wasRepaired: false, hasID: true)
    }
}
