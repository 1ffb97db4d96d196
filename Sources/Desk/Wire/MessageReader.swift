import IntentEngine

/// Reads messages from lines: JSON objects, or plain text.
public struct MessageReader: Sendable {
    /// How lines are taken.
    public enum Format: String, Sendable, CaseIterable {
        /// JSON when a line starts with `{`, else text.
        case auto
        case jsonl, text
    }

    public var format: Format
    /// What holds for messages that do not say; nil leaves it to their kind.
    public var visibility: Message.Visibility?
    public var channel: String?

    public init(format: Format = .auto, visibility: Message.Visibility? = nil, channel: String? = nil) {
        self.format = format
        self.visibility = visibility
        self.channel = channel
    }

    /// A message with the JSON in which its id was given.
    public struct Reading: Sendable {
        public let message: Message
        public let idJSON: String
        /// Whether bytes that were not UTF-8 were replaced by U+FFFD.
        public let wasRepaired: Bool
        /// Whether the sender gave the id; else it is the number of the line.
        public let hasID: Bool

        /// The same message by another id.
        public func named(_ id: String) -> Reading {
            var message = message
            message.id = id
            var json: [UInt8] = []
            json.string(id)
            return Reading(message: message, idJSON: String(decoding: json, as: UTF8.self), wasRepaired: wasRepaired, hasID: true)
        }
    }

    /// Why a line is not usable.
    public struct Refusal: Error, Sendable {
        public let cause: String
        /// The field that is wrong; nil where the line as a whole is.
        public var field: String?
    }

    /// The message of one line, without its end; nil for an empty line.
    public func read(_ line: UnsafeBufferPointer<UInt8>, number: Int) throws(Refusal) -> Reading? {
        guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
        if format == .jsonl || (format == .auto && first == UInt8(ascii: "{")) { return try readJSON(line, number: number) }
        let valid = String(validating: line, as: UTF8.self)
        let text = valid ?? String(decoding: line, as: UTF8.self)
        let message = Message(id: String(number), text: text, channel: channel, visibility: visibility ?? .private)
        return Reading(message: message, idJSON: String(number), wasRepaired: valid == nil, hasID: false)
    }

    private func readJSON(_ line: UnsafeBufferPointer<UInt8>, number: Int) throws(Refusal) -> Reading? {
        var fields = Fields()
        var scanner = JSONScanner(line)
        do throws(JSONScanner.Mistake) {
            guard scanner.peek() == UInt8(ascii: "{") else { throw scanner.mistake("expected an object") }
            try scanner.object { (scanner, name) throws(JSONScanner.Mistake) in try fields.take(name, &scanner) }
            scanner.skipSpaces()
            guard scanner.isAtEnd else { throw scanner.mistake("text behind the object") }
        } catch {
            throw Refusal(cause: error.cause, field: error.field)
        }
        guard let text = fields.text else { throw Refusal(cause: "“text” is missing", field: "text") }
        if let rating = fields.rating, !(1...5).contains(rating) { throw Refusal(cause: "“rating” must be from 1 to 5", field: "rating") }
        var message = Message(id: fields.id ?? String(number), text: text)
        message.channel = fields.channel ?? channel
        message.account = fields.account ?? Message.defaultAccount
        message.conversation = fields.conversation
        if fields.authorID != nil || fields.authorName != nil {
            message.author = Message.Author(id: fields.authorID, name: fields.authorName)
        }
        message.kind = fields.kind ?? .message
        message.visibility = fields.visibility ?? visibility ?? message.kind.usualVisibility
        message.rating = fields.rating
        message.sentAt = fields.sentAt
        message.language = fields.language
        return Reading(
            message: message, idJSON: fields.idJSON ?? String(number), wasRepaired: scanner.wasRepaired, hasID: fields.id?.isEmpty == false)
    }
}

/// The fields of one message while its object is read.
private struct Fields {
    var id: String?
    var idJSON: String?
    var text: String?
    var channel: String?
    var account: String?
    var conversation: String?
    var authorID: String?
    var authorName: String?
    var visibility: Message.Visibility?
    var kind: Message.Kind?
    var rating: Int?
    var sentAt: Instant?
    var language: Language?

    mutating func take(_ name: Range<Int>, _ scanner: inout JSONScanner) throws(JSONScanner.Mistake) {
        if scanner.reads("text", name) {
            text = try scanner.string("text")
        } else if scanner.reads("id", name) {
            try takeID(&scanner)
        } else if scanner.reads("channel", name) {
            channel = try scanner.string("channel")
        } else if scanner.reads("account", name) {
            account = try scanner.string("account")
        } else if scanner.reads("conversation", name) {
            conversation = try scanner.string("conversation")
        } else if scanner.reads("author", name) {
            try takeAuthor(&scanner)
        } else if scanner.reads("visibility", name) {
            visibility = try choice(&scanner, "visibility", Message.Visibility.init(rawValue:), Message.Visibility.allCases.map(\.rawValue))
        } else if scanner.reads("kind", name) {
            kind = try choice(&scanner, "kind", Message.Kind.init(rawValue:), Message.Kind.allCases.map(\.rawValue))
        } else if scanner.reads("rating", name) {
            rating = try scanner.integer("rating")
        } else if scanner.reads("sent_at", name) {
            sentAt = try choice(&scanner, "sent_at", Instant.init(rfc3339:), ["an RFC 3339 time such as 2026-03-01T09:30:00Z"])
        } else if scanner.reads("language", name) {
            language = try scanner.string("language").flatMap { Language(rawValue: String($0.prefix(2)).lowercased()) }
        } else {
            try scanner.skipValue()
        }
    }

    /// An id is a string or a number, and comes back as it was.
    private mutating func takeID(_ scanner: inout JSONScanner) throws(JSONScanner.Mistake) {
        let first = scanner.peek()
        let start = scanner.index
        if first == UInt8(ascii: "\"") { id = try scanner.string("id") } else { try scanner.skipValue() }
        let json = String(decoding: scanner.bytes[start..<scanner.index], as: UTF8.self)
        switch first {
        case UInt8(ascii: "\""): idJSON = json
        case UInt8(ascii: "n"): break
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            id = json
            idJSON = json
        default: throw scanner.mistake("“id” must be a string or a number", in: "id")
        }
    }

    private mutating func takeAuthor(_ scanner: inout JSONScanner) throws(JSONScanner.Mistake) {
        guard scanner.peek() == UInt8(ascii: "{") else {
            guard scanner.peek() == UInt8(ascii: "n") else { throw scanner.mistake("“author” must be an object", in: "author") }
            return try scanner.skipValue()
        }
        var id: String?
        var name: String?
        try scanner.object { (scanner, field) throws(JSONScanner.Mistake) in
            if scanner.reads("id", field), scanner.peek() == UInt8(ascii: "\"") {
                id = try scanner.string("id")
            } else if scanner.reads("name", field) {
                name = try scanner.string("name")
            } else {
                try scanner.skipValue()
            }
        }
        authorID = id
        authorName = name
    }

    private func choice<Value>(
        _ scanner: inout JSONScanner, _ name: StaticString, _ value: (String) -> Value?, _ choices: @autoclosure () -> [String]
    ) throws(JSONScanner.Mistake) -> Value? {
        guard let text = try scanner.string(name) else { return nil }
        guard let value = value(text) else { throw scanner.mistake("“\(name)” must be \(choices().joined(separator: ", "))", in: name) }
        return value
    }
}
