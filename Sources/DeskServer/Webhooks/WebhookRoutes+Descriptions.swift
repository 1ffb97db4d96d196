import Desk
import HTTPTypes

extension WebhookRoutes {
    /// What platforms call. Their bodies, signatures and acknowledgements are each platform's own.
    static let descriptions: [RouteDescription] = [
        RouteDescription(
            method: .post, path: path, id: "receiveWebhook", summary: "What a platform calls",
            details: "Believed by its signature over the raw bytes. Answered as the platform wants it once everything it brings is kept; "
                + "the same call again is answered alike and changes nothing.",
            tag: .webhooks, parameters: [channel, account],
            body: .init(schema: Schema.anything, example: .object([]), isOptional: true, mediaType: "*/*"),
            answers: [.init(status: 200, details: "Kept, or here before.", schema: Schema.anything, mediaType: "*/*")] + refusals),
        RouteDescription(
            method: .get, path: path, id: "checkWebhook", summary: "How some platforms make sure of the address", tag: .webhooks,
            parameters: [channel, account],
            answers: [.init(status: 200, details: "The platform's challenge.", schema: Schema.anything, mediaType: "*/*")] + refusals),
    ]

    private static let path = "/webhooks/{channel}/{account}"
    private static let channel = RouteDescription.Parameter(
        name: "channel", place: .path, schema: Schema.string, details: "The route of the platform.", example: .string("standard"))
    private static let account = RouteDescription.Parameter(
        name: "account", place: .path, schema: Schema.string, details: "The account of the settings.", example: .string("default"))

    private static let refusals: [RouteDescription.Answer] = [
        (400, "Believed, and not readable as a whole."), (401, "Forged, altered, stale or unsigned: one text for all."),
        (404, "No such account."), (405, "The platform has no such call."), (413, "Too large."), (415, "Another type, or compressed."),
        (429, "The account has had its share."), (503, "Not kept: the platform shall come again; or the account has no usable secret."),
    ].map { .init(status: $0.0, details: $0.1, schema: Schema.string, mediaType: "text/plain; charset=utf-8") }
}
