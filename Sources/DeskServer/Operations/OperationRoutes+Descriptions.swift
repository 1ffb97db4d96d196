import Desk
import HTTPTypes

extension OperationRoutes {
    static let descriptions: [RouteDescription] = [
        RouteDescription(
            method: .get, path: "/healthz", id: "getHealth", summary: "That the process answers", tag: .operations,
            answers: [.init(status: 200, details: "It does.", schema: Schema.string, mediaType: text)]),
        RouteDescription(
            method: .get, path: "/readyz", id: "getReadiness", summary: "Which part is not ready",
            details: "Writes to the store as the next message will have to. An account that cannot be called, or that its platform "
                + "does not call, is named and keeps the server ready.", tag: .operations,
            answers: [
                .init(status: 200, details: "All parts are.", schema: readiness),
                .init(status: 503, details: "A part is not.", schema: readiness),
            ]),
        RouteDescription(
            method: .get, path: "/metrics", id: "getMetrics", summary: "Figures for Prometheus", tag: .operations,
            answers: [
                .init(
                    status: 200, details: "The text format, 0.0.4.", schema: Schema.string,
                    mediaType: "text/plain; version=0.0.4; charset=utf-8")
            ]),
        RouteDescription(
            method: .get, path: "/openapi.json", id: "getDescription", summary: "This description", tag: .operations,
            answers: [.init(status: 200, details: "OpenAPI 3.1.", schema: .object(["type": .string("object")]))]),
    ]

    private static let text = "text/plain; charset=utf-8"
    private static let readiness = JSONValue.object([
        "type": .string("object"), "required": .strings(["ready"]), "properties": .object(["ready": Schema.flag]),
        "additionalProperties": .object(["type": .strings(["string", "boolean"])]),
    ])
}
