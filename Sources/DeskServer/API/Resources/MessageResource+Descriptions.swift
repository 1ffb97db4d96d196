import Desk
import HTTPTypes

extension MessageResource {
    static let sending = RouteDescription(
        method: .post, path: root, id: "sendMessage", summary: "Hand in a message of a customer",
        details: "Understood, decided and drafted as by the pipe, and kept with its case before it is answered. The same message again, by "
            + "channel, account and id, gives the decision that was made first and changes nothing. Members that are not known are "
            + "left out.",
        tag: .messages, scope: .writeMessages,
        body: .init(
            schema: Schema.reference("IncomingMessage"),
            example: .object([
                "text": .string("Bonjour, où est ma commande FR-48213 ?"), "id": .string("form-1048"), "channel": .string("standard"),
                "conversation": .string("form-1048"),
                "author": .object(["id": .string("c-204"), "name": .string("Zoé Martin")]),
                "sent_at": .string("2026-03-02T09:30:00Z"),
            ])),
        answers: [
            .init(
                status: 201, details: "Kept. The decision as it was made.", schema: Schema.reference("Reception"), headers: ["Location"],
                links: links),
            .init(
                status: 200, details: "It was here before: the decision that was made then, null once it has been erased.",
                schema: Schema.reference("Reception"), headers: ["Location"], links: links),
        ])

    private static let links: [RouteDescription.Link] = [
        .init(operation: CaseResource.reading.id, parameter: "case", pointer: "/case"),
        .init(operation: DraftResource.reading.id, parameter: "case", pointer: "/case"),
        .init(operation: reading.id, parameter: "id", pointer: "/message/id"),
    ]

    static let reading = RouteDescription(
        method: .get, path: item, id: "getMessage", summary: "A message, with the decision that was made",
        details: "By what its channel knows it by. Texts are null once they have been erased.", tag: .messages, scope: .readMessages,
        parameters: [
            .init(
                name: "id", place: .path, schema: Schema.text(from: 1, to: MessageBounds.id), details: "Its id on its channel.",
                example: .string("form-1048")),
            .init(
                name: "channel", place: .query, schema: Schema.string, details: "Its channel, where it has one.",
                example: .string("standard")),
            .init(name: "account", place: .query, schema: Schema.string, details: "Its account; “default” where it is not given."),
            .known,
        ], answers: [.shown("Message", "The message."), .same])
}
