import Desk
import Hummingbird

/// Adds pages to the server: each with what it takes to see it, and every change behind the same guard.
struct DeskRouter {
    private let router: Router<BasicRequestContext>
    private let gate: PageGate

    init(router: Router<BasicRequestContext>, parts: PageParts) {
        self.router = router
        gate = PageGate(parts: parts)
    }

    /// A page for those who are signed in, with at least `role`.
    func get(_ path: RouterPath, needs role: Role = .reader, _ page: @escaping @Sendable (Visit) async throws -> Response) {
        router.get(path) { [gate] request, context in
            try await gate.answer(request, context) { try await gate.signedIn($0, role, request, page) }
        }
    }

    /// A change by those who are signed in.
    func post(_ path: RouterPath, needs role: Role = .reader, _ change: @escaping @Sendable (Visit) async throws -> Response) {
        router.post(path) { [gate] request, context in
            try await gate.answer(request, context) { visit in
                try await gate.guarded(visit, request, isForGuests: false) { try await gate.signedIn($0, role, request, change) }
            }
        }
    }

    /// A page for everybody.
    func getFreely(_ path: RouterPath, _ page: @escaping @Sendable (Visit) async throws -> Response) {
        router.get(path) { [gate] request, context in try await gate.answer(request, context, page) }
    }

    /// A change by anybody.
    func postFreely(_ path: RouterPath, _ change: @escaping @Sendable (Visit) async throws -> Response) {
        router.post(path) { [gate] request, context in
            try await gate.answer(request, context) { visit in try await gate.guarded(visit, request, isForGuests: true, change) }
        }
    }
}
