/// What the API does at one address, and how it is described.
struct Endpoint: Sendable {
    let description: RouteDescription
    let answer: @Sendable (APICall) async throws(Problem) -> APIAnswer

    init(_ description: RouteDescription, _ answer: @escaping @Sendable (APICall) async throws(Problem) -> APIAnswer) {
        self.description = description
        self.answer = answer
    }
}
