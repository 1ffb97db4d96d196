import Desk

/// What several addresses have in common.
extension RouteDescription.Parameter {
    static let caseNumber = Self(
        name: "case", place: .path, schema: Schema.integer(from: 1), details: "Number of the case.", example: .number(1))
    static let deliveryNumber = Self(
        name: "delivery", place: .path, schema: Schema.integer(from: 1), details: "Number of the delivery.", example: .number(1))
    static let channelName = Self(
        name: "channel", place: .path, schema: Schema.text(from: 1, to: MessageBounds.channel), details: "The channel.",
        example: .string("standard"))
    static let accountName = Self(
        name: "account", place: .path, schema: Schema.text(from: 1, to: MessageBounds.account), details: "The account.",
        example: .string("default"))
    static let cursor = Self(
        name: "cursor", place: .query, schema: Schema.string, details: "The “next” of the page before, with the same filters.")
    static let limit = Self(
        name: "limit", place: .query, schema: Schema.integer(from: 1, to: 500), details: "Elements at most; 50 where it is not given.",
        example: .number(20))
    static let version = Self(
        name: "If-Match", place: .header,
        schema: .object(["type": .string("string"), "pattern": .string(#"^"[1-9][0-9]{0,8}(-[0-9a-f]{16})?"$"#)]),
        details: "The version that was seen, as ETag gives it, or its number alone. Without it, 428; when it is no longer the latest, 412.",
        example: .string("\"1\""), isRequired: true)
    static let known = Self(
        name: "If-None-Match", place: .header, schema: Schema.string, details: "The ETag of what the client has: when it still holds, 304.")
    static let key = Self(
        name: "Idempotency-Key", place: .header, schema: Schema.visibleText(to: 255),
        details: "A name for this request, random and never used for another. The same request under it is done once and answered alike "
            + "for 24 hours.",
        example: .string("7a1e0f52-9d0c-4b6e-8f6e-2f1f3c9b6a10"))
    static let team = Self(name: "team", place: .query, schema: Schema.choice(Team.self), details: "Only cases of this team.")
}

extension RouteDescription.Answer {
    /// What is shown, with an entity tag.
    static func shown(_ name: String, _ details: String) -> Self {
        Self(status: 200, details: details, schema: Schema.reference(name), headers: ["ETag"])
    }

    static let same = Self(status: 304, details: "It is what the client has.")

    static let changedCase = Self(
        status: 200, details: "The case as it has become; without its draft, where the token may read neither cases nor drafts.",
        schema: Schema.reference("Case"), headers: ["ETag"])

    static func list(_ name: String, of element: String, _ details: String) -> Self {
        Self(
            status: 200, details: details,
            schema: Schema.object([name: Schema.array(Schema.reference(element), most: 500), "next": Schema.optionalString]),
            headers: ["ETag", "Link"])
    }
}

extension RouteDescription.Body {
    /// An object with one text.
    static func text(_ name: String, _ example: String) -> Self {
        Self(schema: Schema.object([name: Schema.words], isClosed: true), example: .object([name: .string(example)]))
    }
}
