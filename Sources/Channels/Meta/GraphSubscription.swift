/// The handshake by which Meta makes sure that whoever subscribes also owns the address.
enum GraphSubscription {
    /// The challenge, bare, for a caller that knows one of `tokens`; 403 for one that does not; nil for anything else.
    ///
    /// A challenge that is no plain word is not repeated: it would be somebody's text under this address.
    static func answer(_ request: InboundRequest, _ tokens: [Secret]) -> ChannelAnswer? {
        guard request.method == "GET", let fields = FormFields(request.query.utf8), fields["hub.mode"] == "subscribe" else { return nil }
        let presented = fields["hub.verify_token"] ?? ""
        let challenge = fields["hub.challenge"] ?? ""
        let isWord = !challenge.isEmpty && challenge.utf8.count <= 256 && challenge.utf8.allSatisfy(isWordByte)
        var isKnown = false
        for token in tokens where token.matches(presented) { isKnown = true }
        return isKnown && isWord ? ChannelAnswer(status: 200, body: challenge) : ChannelAnswer(status: 403, body: "forbidden")
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
