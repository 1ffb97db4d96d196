import Desk

/// The call that delivers a reply by Messenger, Instagram or a comment.
struct MetaReply {
    let reply: OutgoingReply
    let account: PlatformAccount
    let now: Instant

    struct Call {
        let path: String
        let contentType: String
        let body: [UInt8]
    }

    /// 1,000 bytes for a direct message of Instagram, 2,000 characters for Messenger, 300 for a comment on Instagram, 8,000
    /// for one on a Page. Characters are counted in UTF-16, the longest of what they may be.
    static func limit(channel: String, isComment: Bool) -> LengthLimit {
        switch (channel, isComment) {
        case ("instagram", false): LengthLimit(unit: .bytes, most: 1000)
        case ("instagram", true): LengthLimit(unit: .utf16, most: 300)
        case (_, true): LengthLimit(unit: .utf16, most: 8000)
        case (_, false): LengthLimit(unit: .utf16, most: 2000)
        }
    }

    func call() throws(ReplyRefusal) -> Call {
        let isThread = reply.conversation.hasPrefix("comment:") || reply.conversation.hasPrefix("post:")
        guard isThread else { return try direct(JSONValue.object(["id": .string(reply.conversation)])) }
        if reply.visibility == .public { return try comment() }
        guard reply.conversation.hasPrefix("comment:") else { throw .wrongVisibility }
        return try direct(JSONValue.object(["comment_id": .string(try ReplyGate.pathPart(reply.inReplyTo))]))
    }

    /// `POST /{page}/messages`; Instagram is called as `me`, whichever of the two hosts is asked.
    private func direct(_ recipient: JSONValue) throws(ReplyRefusal) -> Call {
        guard reply.visibility == .private else { throw .wrongVisibility }
        guard Identifier.checked(reply.conversation) != nil, Self.isDirect(reply.channel) || isThread else { throw .notAddressable }
        try ReplyGate.pass(reply, limit: Self.limit(channel: reply.channel, isComment: false), now: now)
        let isLate = account.hasHumanAgent && (reply.replyUntil.map { now.seconds > $0.seconds - 6 * 86_400 } ?? false)
        let body = JSONValue.object([
            "recipient": recipient, "messaging_type": .string(isLate ? "MESSAGE_TAG" : "RESPONSE"),
            "tag": isLate ? .string("HUMAN_AGENT") : nil,
            "message": .object(["text": .string(reply.text), "metadata": .string(reply.delivery)]),
        ])
        let node = reply.channel == "instagram" ? "me" : try ReplyGate.pathPart(reply.account)
        return Call(path: "/\(node)/messages", contentType: "application/json", body: body.bytes)
    }

    private var isThread: Bool { reply.conversation.hasPrefix("comment:") }

    private static func isDirect(_ channel: String) -> Bool { channel == "messenger" || channel == "instagram" }

    /// `POST /{comment}/comments` on a Page; `POST /{top comment}/replies` on Instagram.
    private func comment() throws(ReplyRefusal) -> Call {
        guard reply.channel == "facebook" || reply.channel == "instagram" else { throw .notAddressable }
        try ReplyGate.pass(reply, limit: Self.limit(channel: reply.channel, isComment: true), now: now)
        let path: String
        if reply.channel == "instagram" {
            try checkInstagramRules()
            path = "/\(try ReplyGate.pathPart(reply.conversation.dropFirst("comment:".count)))/replies"
        } else {
            path = "/\(try ReplyGate.pathPart(reply.inReplyTo))/comments"
        }
        return Call(path: path, contentType: "application/x-www-form-urlencoded", body: FormFields.encoded([("message", reply.text)]))
    }

    /// At most four hashtags and one link, and not all in capitals (Instagram's reference on comments).
    private func checkInstagramRules() throws(ReplyRefusal) {
        let words = reply.text.split(whereSeparator: \.isWhitespace)
        if words.filter({ $0.hasPrefix("#") && $0.count > 1 }).count > 4 { throw .breaksRule(.tooManyHashtags) }
        if words.filter({ $0.contains("://") || $0.lowercased().hasPrefix("www.") }).count > 1 { throw .breaksRule(.tooManyLinks) }
        let letters = reply.text.filter(\.isLetter)
        if letters.count > 3, letters.allSatisfy(\.isUppercase) { throw .breaksRule(.allCapitals) }
    }
}
