import Desk
import HTTPTypes
import Hummingbird

/// `/openapi.json`: what the server does, for programs that write clients. Made once.
struct OpenAPIRoute: Sendable {
    private let answer: APIAnswer

    init(_ descriptions: [RouteDescription]) {
        var answer = APIAnswer(body: OpenAPIDocument(descriptions).json.bytes)
        answer.headers[.eTag] = VersionTag.text(nil, of: answer.body)
        self.answer = answer
    }

    func add(to router: Router<BasicRequestContext>) { router.get("openapi.json") { _, _ in answer.response } }
}
