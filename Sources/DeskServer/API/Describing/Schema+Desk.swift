import Desk

/// What the API shows, by name.
extension Schema {
    static let named: KeyValuePairs<String, JSONValue> = [
        "Case": object([
            "case": integer(from: 1), "version": integer(from: 1), "status": choice(Case.Status.self),
            "disposition": choice(Disposition.self), "team": choice(Team.self), "priority": integer(from: 1, to: 4), "due": optionalTime,
            "waits_since": time, "promised_until": optionalTime, "channel": string, "account": string, "conversation": string,
            "question": string, "intent": optionalString, "needs_second_reader": flag, "claimed_by": optionalString,
            "claimed_until": optionalTime, "taken_over_by": optionalString,
            "draft": optional(reference("Draft")),
        ]),
        "WaitingCase": all([
            reference("Case"),
            object(["customer": optionalString, "text": string, "received_at": time, "messages": integer(from: 1)]),
        ]),
        "CaseFile": all([
            reference("Case"),
            object([
                "messages": array(reference("CaseMessage")), "drafts": array(reference("StoredDraft")), "notes": array(reference("Note")),
            ]),
        ]),
        "CaseMessage": object([
            "id": string, "author": optionalString, "name": optionalString, "sent_at": optionalTime, "received_at": time,
            "edited_at": optionalTime, "deleted_at": optionalTime, "visibility": choice(Message.Visibility.self), "text": optionalString,
            "decision": optional(reference("Decision")),
        ]),
        "Note": object(["by": string, "at": time, "text": optionalString]),
        "Draft": object([
            "state": choice(DraftState.Kind.self), "text": string, "language": string, "visibility": choice(Message.Visibility.self),
            "author": optionalString, "template": optionalString, "in_reply_to": string, "approved_by": optionalString,
            "approved_at": optionalTime, "undo_until": optionalTime, "findings": array(reference("Finding")),
        ]),
        "CurrentDraft": all([reference("Draft"), object(["case": integer(from: 1), "version": integer(from: 1)])]),
        "StoredDraft": all([
            reference("Draft"),
            object([
                "delivery": optional(
                    object([
                        "delivery": integer(from: 1), "state": choice(DeliveryState.Kind.self), "attempts": count, "code": optionalString,
                        "cause": optionalString,
                    ]))
            ]),
        ]),
        "Finding": object(["rule": string, "cause": string, "remedy": string]),
        "Decision": decision, "IncomingMessage": incomingMessage,
        "Reception": object([
            "case": integer(from: 1), "is_new": flag, "message": reference("MessageName"), "decision": optional(reference("Decision")),
        ]),
        "MessageName": object(["channel": string, "account": string, "id": string]),
        "Message": object([
            "case": integer(from: 1), "channel": string, "account": string, "id": string, "author": optionalString, "name": optionalString,
            "visibility": choice(Message.Visibility.self), "kind": choice(Message.Kind.self),
            "rating": .object(["type": .strings(["integer", "null"])]), "subject": optionalString, "sent_at": optionalTime,
            "received_at": time, "edited_at": optionalTime, "deleted_at": optionalTime, "text": optionalString,
            "disposition": choice(Disposition.self), "rulebook": string,
            "decision": optional(reference("Decision")),
        ]),
        "Delivery": object([
            "delivery": integer(from: 1), "case": integer(from: 1), "state": choice(DeliveryState.Kind.self), "channel": string,
            "account": string, "conversation": string, "approved_by": string, "approved_at": time, "attempts": count,
            "due_at": optionalTime, "expires_at": time, "code": optionalString, "cause": optionalString,
        ]),
        "Freeze": object([
            "scope": choice(["desk", "account"]), "channel": optionalString, "account": optionalString,
            "stops": choice(Freeze.Reach.self), "by": string, "at": time, "reason": string,
        ]),
        "Alarm": object([
            "id": integer(from: 1), "channel": string, "account": string, "intent": optionalString, "authors": integer(from: 1),
            "usual": .object(["type": .string("number"), "minimum": .number(0)]), "window_seconds": integer(from: 1), "at": time,
            "reason": string,
        ]),
        "Rulebook": object(["rulebook": string, "findings": array(string)]),
        "Figures": figures,
        "Problem": object([
            "type": .object(["type": .string("string"), "format": .string("uri")]), "title": string,
            "status": integer(from: 400, to: 599), "detail": string,
        ]),
    ]

    private static let evidence = array(
        object(["phrase": string, "source": string, "points": integer(), "span": span, "text": string]))
    private static let span = JSONValue.object([
        "type": .string("array"), "items": count, "minItems": .number(2), "maxItems": .number(2),
    ])
    private static let intents = array(
        object(["name": string, "points": integer(), "confidence": .object(["type": .string("number")]), "evidence": evidence]))

    private static let decision = object([
        "id": .object(["type": .strings(["string", "number"])]), "channel": optionalString,
        "language": choice(["fr", "en", "other", "undetermined"]),
        "disposition": choice(Disposition.self), "team": choice(Team.self), "priority": integer(from: 1, to: 4), "due": optionalTime,
        "polarity": integer(from: -2, to: 2), "intents": intents, "candidates": intents,
        "entities": array(object(["kind": string, "value": string, "span": span])),
        "signals": array(object(["name": string, "level": integer(from: 1, to: 4), "evidence": evidence])), "reasons": array(string),
        "draft": optional(
            object([
                "text": string, "language": string, "visibility": choice(Message.Visibility.self), "template": string,
                "findings": array(object(["rule": string, "cause": string, "remedy": string, "span": span])),
            ])), "rulebook": string,
    ])

    private static let incomingMessage = object(
        [
            "text": string,
            "id": .object([
                "description": .string("How the channel knows it; without one, it is a new message each time."),
                "anyOf": .array([optionalText(from: 1, to: MessageBounds.id), .object(["type": .string("number")])]),
            ]), "channel": optionalText(to: MessageBounds.channel), "account": optionalText(from: 1, to: MessageBounds.account),
            "conversation": optionalText(from: 1, to: MessageBounds.conversation),
            "author": .object([
                "type": .strings(["object", "null"]),
                "properties": .object([
                    "id": optionalText(to: MessageBounds.author), "name": optionalText(to: MessageBounds.name),
                ]),
            ]),
            "visibility": .object([
                "description": .string("Who can read it; without one, public for a comment, a review or a mention, else private."),
                "anyOf": .array([choice(Message.Visibility.self), .object(["type": .string("null")])]),
            ]), "kind": optional(choice(Message.Kind.self)),
            "rating": .object(["type": .strings(["integer", "null"]), "minimum": .number(1), "maximum": .number(5)]),
            "sent_at": optionalTime, "language": optionalString,
        ],
        optional: [
            "id", "channel", "account", "conversation", "author", "visibility", "kind", "rating", "sent_at", "language",
        ])

    private static let figures = object([
        "at": time, "rulebook": string, "oldest_wait": optionalTime, "queue_age_seconds": count,
        "waiting": array(object(["team": choice(Team.self), "priority": integer(from: 1, to: 4), "count": integer(from: 1)])),
        "decisions": array(object(["disposition": choice(Disposition.self), "team": choice(Team.self), "count": integer(from: 1)])),
        "deliveries": array(object(["channel": optionalString, "outcome": string, "count": integer(from: 1)])),
    ])
}
