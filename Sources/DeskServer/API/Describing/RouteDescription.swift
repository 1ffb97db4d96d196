import Desk
import HTTPTypes

/// What the server does at one address by one method: what it takes and what it may answer. The router and the OpenAPI
/// document are made of the same ones.
struct RouteDescription: Sendable {
    let method: HTTPRequest.Method
    /// With its variables in braces.
    let path: String
    /// `operationId`: never changed, because clients are generated from it.
    let id: String
    let summary: String
    var details: String?
    let tag: Tag
    /// What a token must open; nil where none is asked for.
    var scope: Scope?
    var parameters: [Parameter] = []
    var body: Body?
    /// What is answered when it was done.
    var answers: [Answer]
    /// What can go wrong beside what its parts imply.
    var problems: [Problem.Kind] = []
    /// Whether it names the version it saw.
    var needsVersion = false
    /// Whether it can be asked again under a key.
    var isRepeatable: Bool { scope != nil && method == .post }

    enum Tag: String, Sendable, CaseIterable {
        case messages, cases, drafts, deliveries, freezes, rulebook, figures, webhooks, operations
    }

    struct Parameter: Sendable {
        enum Place: String, Sendable {
            case path, query, header
        }

        let name: String
        let place: Place
        let schema: JSONValue
        let details: String
        let example: JSONValue?
        let isRequired: Bool

        init(
            name: String, place: Place, schema: JSONValue, details: String, example: JSONValue? = nil, isRequired: Bool = false
        ) {
            self.name = name
            self.place = place
            self.schema = schema
            self.details = details
            self.example = example
            self.isRequired = isRequired || place == .path
        }
    }

    struct Body: Sendable {
        let schema: JSONValue
        let example: JSONValue
        var isOptional = false
        var mediaType = "application/json"
    }

    struct Answer: Sendable {
        let status: Int
        let details: String
        var schema: JSONValue?
        var mediaType = "application/json"
        var headers: [String] = []
        /// Operations that go on from here: the parameter of each that the member of the answer gives.
        var links: [Link] = []
    }

    struct Link: Sendable {
        let operation: String
        let parameter: String
        /// JSON Pointer into the answer.
        let pointer: String
    }
}

extension RouteDescription {
    /// The names of its query's fields.
    var queryNames: Set<String> { Set(parameters.filter { $0.place == .query }.map(\.name)) }

    /// Everything that can go wrong.
    var everyProblem: [Problem.Kind] {
        guard let scope else { return problems }
        var all: Set<Problem.Kind> = [.noToken, .wrongToken, .insufficientScope, .tooOften, .notAcceptable, .notReady, .badRequest]
        if parameters.contains(where: { $0.place == .path }) { all.insert(.notFound) }
        if body != nil { all.formUnion([.malformedBody, .invalidBody, .tooLarge, .unsupportedMediaType]) }
        if isRepeatable { all.formUnion([.requestUnderWay, .keyReused]) }
        if needsVersion { all.formUnion([.stale, .versionNeeded]) }
        if [.writeCases, .writeDrafts, .writeDeliveries, .writeFreezes].contains(scope) { all.insert(.roleNeeded) }
        all.formUnion(problems)
        return Problem.Kind.allCases.filter(all.contains)
    }
}
