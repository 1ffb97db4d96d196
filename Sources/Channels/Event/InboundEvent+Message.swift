public import Desk

extension InboundEvent {
    /// What makes the event the same when it comes again: a store refuses the second.
    ///
    /// Joined by a character that no part can hold.
    public var onceKey: String {
        var parts = [channel, account, kind.label, id] + (version.map { [$0] } ?? [])
        // Platforms date edits to the second, and who mends one thing mends the next.
        if kind == .edit { parts += [rating.map(String.init) ?? "", subject ?? "", text] }
        return parts.joined(separator: "\u{1F}")
    }

    /// The message that an edit changes, or that was deleted; nil for everything else.
    public var revised: MessageKey? {
        guard kind == .edit || kind == .deletion else { return nil }
        return MessageKey(channel: channel, account: account, id: regarding ?? id)
    }

    /// The customer's message the desk is to answer; nil for everything else.
    ///
    /// The one gate for the loop guards: what the brand, its people, robots or the platform wrote, notes among colleagues,
    /// and what somebody answers elsewhere never become messages.
    public var message: Message? {
        guard case .message(let kind) = kind else { return nil }
        return message(kind, id)
    }

    /// The customer's message as an edit leaves it, as far as the platform says; nil for everything else.
    public var editedMessage: Message? { kind == .edit ? message(editedKind, regarding ?? id) : nil }

    private func message(_ kind: Message.Kind, _ id: String) -> Message? {
        guard author.role == .customer, isOurs, let visibility = visibility.ofMessage else { return nil }
        var message = Message(
            id: id, text: words, channel: channel, account: account, conversation: conversation,
            author: Message.Author(id: author.id, name: author.name),
            visibility: visibility, kind: kind, rating: rating, sentAt: sentAt, language: language)
        message.subject = subject
        return message
    }

    /// What there is to read. The subject of an e-mail says as much as its text, unless it repeats an earlier one: of that only
    /// codes are kept, as the number of an order may stand nowhere else. Without words, what came along is named, as a picture of a
    /// broken thing is for a person and not nothing; behind words it is shown by signs, which rules do not take for words of the
    /// customer.
    private var words: String {
        let things = attachments.filter { $0.type != "sticker" }.prefix(10)
        var words = text
        if text.isEmpty {
            words = things.map { "[\($0.type)]" }.joined(separator: " ")
        } else if !things.isEmpty {
            words += "\n\n" + things.map(\.sign).joined()
        }
        guard let subject else { return words }
        var opening = subject
        if Subject.isAnswer(subject) {
            opening = Subject.codes(in: subject).filter { code in !words.contains(code.drop { $0 == "#" }) }.joined(separator: " ")
        }
        return [opening, words].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

extension InboundEvent.Attachment {
    /// One emoji for what it is, of a platform's word for it or of a media type.
    fileprivate var sign: String {
        switch type.prefix(while: { $0 != "/" }) {
        case "image", "photo": "📷"
        case "video": "🎬"
        case "audio", "voice": "🎤"
        case "location": "📍"
        case "contact", "contacts": "👤"
        case "link", "share": "🔗"
        default: "📎"
        }
    }
}

extension InboundEvent.Visibility {
    fileprivate var ofMessage: Message.Visibility? {
        switch self {
        case .public: .public
        case .private: .private
        case .internal: nil
        }
    }
}
