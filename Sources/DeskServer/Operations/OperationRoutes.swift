import Channels
import Desk
import HTTPTypes
import Hummingbird

/// What those who run the server look at.
struct OperationRoutes: Sendable {
    private let parts: ServerParts
    private let calls: CallProcessor

    init(_ parts: ServerParts, _ calls: CallProcessor) {
        self.parts = parts
        self.calls = calls
    }

    func add(to router: Router<BasicRequestContext>) {
        router.get("healthz") { _, _ in Response.text(.ok, "ok") }
        router.get("readyz") { _, _ in await readiness() }
        router.get("metrics") { _, _ in await metrics() }
    }

    /// Writes to the store as the next message will have to, and says which part is not ready.
    ///
    /// An account that no call can be believed of is named, and keeps nobody from the others: it may only be answered by. So is one
    /// that its platform does not call: what is missing there is mended at the platform, and no restart helps.
    private func readiness() async -> Response {
        do throws(StoreFailure) {
            try await parts.store.probe(at: parts.clock.now())
            parts.health.report(.store, nil)
        } catch {
            parts.health.report(.store, error.label)
        }
        let (isReady, states) = parts.health.report
        var json: [UInt8] = Array("{\"ready\":\(isReady)".utf8)
        let accounts = parts.directory.withoutSecret.map { (name: "account \($0)", text: "no secret that calls are verified with") }
        for (name, text) in states + accounts + parts.subscriptions.warnings {
            json += Array(",".utf8)
            JSONText.append(name, to: &json)
            json += Array(":".utf8)
            JSONText.append(text, to: &json)
        }
        json += Array("}\n".utf8)
        return Response(
            status: isReady ? .ok : .serviceUnavailable, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }

    private func metrics() async -> Response {
        var text = parts.figures.text
        BacklogFigures(calls: calls.waiting, messages: parts.figures.uncommitted).write(to: &text)
        parts.subscriptions.write(to: &text, now: parts.clock.now())
        // The figures of the server itself are told also without a store.
        let stored = try? await StoreFigures(parts)
        text.family("courtois_store_up", "gauge", "Whether the store could be read.")
        text.sample("courtois_store_up", [], stored == nil ? 0 : 1)
        stored?.write(to: &text)
        text.family("courtois_rulebook", "gauge", "The rulebook in use.")
        text.sample("courtois_rulebook", [("hash", parts.shelf.hash)], 1)
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text.text)))
    }
}
