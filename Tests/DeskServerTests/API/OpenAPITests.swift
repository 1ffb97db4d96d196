import Desk
import Foundation
import Logging
import Peers
import SQLiteStore
import Support
import Testing

@testable import DeskServer
@_spi(Internal) @testable import Hummingbird

@Suite("The description of the server", .timeLimit(.minutes(10)))
struct OpenAPITests {
    /// Method and path of each operation.
    private static func operations(_ document: [String: Any]) -> [(method: String, path: String, operation: [String: Any])] {
        let paths = document["paths"] as? [String: [String: Any]] ?? [:]
        return paths.flatMap { path, methods in
            methods.compactMap { method, operation in (operation as? [String: Any]).map { (method.uppercased(), path, $0) } }
        }
    }

    @Test("every route of the router is described, and every one that is described exists")
    func complete() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            var routed: Set<String> = []
            buildRouter(house.parts, CallProcessor(house.parts)).trie.forEach { node in
                guard let value = node.value else { return }
                for method in value.methods.keys { routed.insert("\(method.rawValue) /" + value.path.description.drop { $0 == "/" }) }
            }
            let document = try #require(await house.api("GET", "/openapi.json", nil))
            #expect(document.status == 200 && document.headers["content-type"] == "application/json")
            let described = Set(Self.operations(document.json).map { "\($0.method) \($0.path)" })
            #expect(routed == described, "\(routed.symmetricDifference(described))")
            // What is described is really answered by a handler.
            for operation in Self.operations(document.json) where operation.method == "GET" {
                let path = operation.path.replacing("{case}", with: "1").replacing("{delivery}", with: "1").replacing("{id}", with: "1")
                    .replacing("{channel}", with: "standard").replacing("{account}", with: "default")
                let status = await PlainClient.ask(house.port, operation.method, path)?.status
                #expect(status != 404, "\(path)")
            }
        }
    }

    @Test("operations have names of their own, summaries, tags, scopes that exist, and answers in shapes that exist")
    func sound() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let reply = try #require(await house.api("GET", "/openapi.json", nil))
            #expect(reply.json["openapi"] as? String == "3.1.0")
            let operations = Self.operations(reply.json)
            let ids = operations.compactMap { $0.operation["operationId"] as? String }
            #expect(ids.count == operations.count && Set(ids).count == ids.count)
            let components = reply.json["components"] as? [String: Any]
            let schemas = Set((components?["schemas"] as? [String: Any] ?? [:]).keys)
            let headers = Set((components?["headers"] as? [String: Any] ?? [:]).keys)
            for match in reply.body.matches(of: /"\$ref":"#\/components\/(schemas|headers)\/([A-Za-z-]+)"/) {
                #expect((match.1 == "schemas" ? schemas : headers).contains(String(match.2)), "\(match.2)")
            }
            for (method, path, operation) in operations {
                #expect(operation["summary"] is String && (operation["tags"] as? [String])?.count == 1, "\(method) \(path)")
                let security = operation["security"] as? [[String: [String]]] ?? []
                let scopes = security.first?["token"] ?? []
                #expect(path.hasPrefix("/api/") == (scopes.count == 1), "\(method) \(path)")
                #expect(scopes.allSatisfy { Scope(rawValue: $0) != nil })
                let answers = Set((operation["responses"] as? [String: Any] ?? [:]).keys)
                if path.hasPrefix("/api/") { #expect(answers.isSuperset(of: ["401", "403", "406", "429", "503"]), "\(method) \(path)") }
                let variables = path.matches(of: /\{([a-z]+)\}/).map { String($0.1) }
                let parameters = (operation["parameters"] as? [[String: Any]] ?? []).filter { $0["in"] as? String == "path" }
                #expect(parameters.compactMap { $0["name"] as? String } == variables, "\(method) \(path)")
                if let body = operation["requestBody"] as? [String: Any], let content = body["content"] as? [String: [String: Any]] {
                    #expect(content.values.allSatisfy { $0["example"] != nil && $0["schema"] != nil }, "\(method) \(path)")
                }
            }
        }
    }

    @Test("the description says who can read a message that does not say")
    func visibilityByKind() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let reply = try #require(await house.api("GET", "/openapi.json", nil))
            let schemas = (reply.json["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]]
            let message = schemas?["IncomingMessage"]?["properties"] as? [String: [String: Any]]
            let said = message?["visibility"]?["description"] as? String ?? ""
            #expect(said.contains("public for a comment, a review or a mention"), "\(said)")
        }
    }

    @Test("each kind of problem has a title, a status of its class and a name of its own; the names are stable")
    func problems() {
        let kinds = Problem.Kind.allCases
        #expect(Set(kinds.map(\.uri)).count == kinds.count && Set(kinds.map(\.title)).count == kinds.count)
        #expect(kinds.allSatisfy { (400...599).contains($0.status) })
        #expect(
            kinds.map(\.rawValue).joined(separator: " ")
                == """
                bad-request malformed-body no-token wrong-token insufficient-scope role-needed not-found method-not-allowed \
                not-acceptable claimed taken-over no-draft second-reader-needed has-findings too-late-to-undo not-now nothing-to-write \
                rulebook-refused request-under-way stale too-large unsupported-media-type invalid-body key-reused version-needed too-often \
                internal-error not-ready
                """)
    }
}
