import Hummingbird

/// Lets calls of platforms be answered on the thread that reads them, and everything else where it keeps nobody waiting.
///
/// Reading a call takes some dozen microseconds, and then it waits for its commit; pages, passwords and the API may take
/// milliseconds.
struct DeskResponder: HTTPResponder {
    let router: RouterResponder<BasicRequestContext>

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        if request.uri.path.hasPrefix("/webhooks/") { return try await router.respond(to: request, context: context) }
        return try await withTaskExecutorPreference(globalConcurrentExecutor) {
            try await router.respond(to: request, context: context)
        }
    }
}
