import Desk

/// What every adapter looks at before it writes a request.
enum ReplyGate {
    /// Refuses an empty text, one beyond `limit`, and one whose window is closed.
    static func pass(_ reply: OutgoingReply, limit: LengthLimit?, now: Instant) throws(ReplyRefusal) {
        guard reply.text.contains(where: { !$0.isWhitespace }) else { throw .empty }
        if let until = reply.replyUntil, now > until { throw .windowClosed(at: until) }
        guard let limit, !limit.allows(reply.text) else { return }
        throw .tooLong(length: limit.unit.length(of: reply.text), most: limit.most, unit: limit.unit)
    }

    /// An id of the platform that goes into the path of an address; anything but letters, digits and `-._~:=@` is refused.
    static func pathPart(_ id: some StringProtocol) throws(ReplyRefusal) -> String {
        let isSafe = id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: "-._~:=@".utf8.contains(byte)
            }
        }
        guard isSafe, !id.isEmpty, id != ".", id != "..", id.utf8.count <= 512 else { throw .notAddressable }
        return String(id)
    }
}
