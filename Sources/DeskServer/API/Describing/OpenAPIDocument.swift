import Desk
import HTTPTypes

/// Descriptions of routes as OpenAPI 3.1.
struct OpenAPIDocument: Sendable {
    private let routes: [RouteDescription]

    init(_ routes: [RouteDescription]) { self.routes = routes }

    var json: JSONValue {
        .object([
            "openapi": .string("3.1.0"),
            "info": .object([
                "title": .string("Courtois"), "version": .string("1"),
                "description": .string(
                    "Messages of customers in, drafts for people to review, approved replies out. Errors are problem+json (RFC 9457), "
                        + "told apart by “type”. Changes name the version they saw in If-Match."),
                "license": .object(["name": .string("Apache-2.0"), "identifier": .string("Apache-2.0")]),
            ]), "servers": .array([.object(["url": .string("/")])]),
            "tags": .array(RouteDescription.Tag.allCases.map { .object(["name": .string($0.rawValue)]) }), "paths": .object(paths),
            "components": .object([
                "securitySchemes": .object([
                    "token": .object([
                        "type": .string("http"), "scheme": .string("bearer"),
                        "description": .string("A token of “courtois token create”, with the scopes that an operation asks for."),
                    ])
                ]), "schemas": .object(Schema.named.map { .init(name: $0.key, value: $0.value) }),
                "headers": .object(Self.headers),
            ]),
        ])
    }

    private var paths: [JSONValue.Member] {
        var order: [String] = []
        for route in routes where !order.contains(route.path) { order.append(route.path) }
        return order.map { path in
            let members = routes.filter { $0.path == path }.map { route in
                JSONValue.Member(name: route.method.rawValue.lowercased(), value: .object(operation(route)))
            }
            return .init(name: path, value: .object(members))
        }
    }

    private func operation(_ route: RouteDescription) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init(name: "operationId", value: .string(route.id)), .init(name: "summary", value: .string(route.summary)),
        ]
        if let details = route.details { members.append(.init(name: "description", value: .string(details))) }
        members.append(.init(name: "tags", value: .strings([route.tag.rawValue])))
        let scopes: [JSONValue] = route.scope.map { [.object(["token": .strings([$0.rawValue])])] } ?? []
        members.append(.init(name: "security", value: .array(scopes)))
        let parameters = route.parameters + (route.isRepeatable ? [.key] : [])
        if !parameters.isEmpty { members.append(.init(name: "parameters", value: .array(parameters.map(parameter)))) }
        if let body = route.body {
            members.append(
                .init(
                    name: "requestBody",
                    value: .object([
                        "required": .bool(!body.isOptional),
                        "content": .object([body.mediaType: .object(["schema": body.schema, "example": body.example])]),
                    ])))
        }
        members.append(.init(name: "responses", value: .object(route.answers.map(answer) + problems(route.everyProblem))))
        return members
    }

    private func parameter(_ parameter: RouteDescription.Parameter) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init(name: "name", value: .string(parameter.name)), .init(name: "in", value: .string(parameter.place.rawValue)),
            .init(name: "required", value: .bool(parameter.isRequired)), .init(name: "description", value: .string(parameter.details)),
            .init(name: "schema", value: parameter.schema),
        ]
        if let example = parameter.example { members.append(.init(name: "example", value: example)) }
        return .object(members)
    }

    private func answer(_ answer: RouteDescription.Answer) -> JSONValue.Member {
        var members: [JSONValue.Member] = [.init(name: "description", value: .string(answer.details))]
        if !answer.headers.isEmpty { members.append(.init(name: "headers", value: references(answer.headers))) }
        if let schema = answer.schema {
            members.append(.init(name: "content", value: .object([answer.mediaType: .object(["schema": schema])])))
        }
        if !answer.links.isEmpty {
            let links = answer.links.map { link in
                JSONValue.Member(
                    name: link.operation,
                    value: .object([
                        "operationId": .string(link.operation),
                        "parameters": .object([link.parameter: .string("$response.body#\(link.pointer)")]),
                    ]))
            }
            members.append(.init(name: "links", value: .object(links)))
        }
        return .init(name: String(answer.status), value: .object(members))
    }

    private func references(_ names: [String]) -> JSONValue {
        .object(names.map { .init(name: $0, value: .object(["$ref": .string("#/components/headers/\($0)")])) })
    }

    /// Problems with one status are one answer.
    private func problems(_ kinds: [Problem.Kind]) -> [JSONValue.Member] {
        Set(kinds.map(\.status)).sorted().map { status in
            let same = kinds.filter { $0.status == status }
            let type = Schema.all([
                Schema.reference("Problem"),
                .object(["properties": .object(["type": .object(["enum": .strings(same.map(\.uri))])])]),
            ])
            var members: [JSONValue.Member] = [
                .init(name: "description", value: .string(same.map(\.title).joined(separator: "; ") + "."))
            ]
            let headers = Self.headers(of: status)
            if !headers.isEmpty { members.append(.init(name: "headers", value: references(headers))) }
            members.append(.init(name: "content", value: .object([Problem.mediaType: .object(["schema": type])])))
            return .init(name: String(status), value: .object(members))
        }
    }

    private static func headers(of status: Int) -> [String] {
        switch status {
        case 401, 403: ["WWW-Authenticate"]
        case 412: ["ETag"]
        case 429, 503: ["Retry-After"]
        default: []
        }
    }

    private static let headers: [JSONValue.Member] = [
        ("ETag", "What If-Match and If-None-Match name."), ("Link", "The next page, as rel=\"next\"."),
        ("Location", "Where the message can be read."), ("WWW-Authenticate", "What is wrong with the token."),
        ("Retry-After", "Seconds to wait."),
    ].map { .init(name: $0.0, value: .object(["description": .string($0.1), "schema": Schema.string])) }
}
