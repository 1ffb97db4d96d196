import Hummingbird
import Logging

/// What webhooks are measured beside: a route that only decodes the same JSON, and answers.
enum BareServer {
    private struct Update: Decodable {
        let update_id: Int
        let message: Message

        struct Message: Decodable {
            let message_id: Int
            let from: Person
            let chat: Person
            let date: Int
            let text: String
        }

        struct Person: Decodable {
            let id: Int
            let first_name: String
        }
    }

    /// Serves until it is ended, and says its port as the real one does.
    static func run() async throws {
        let router = Router()
        router.post("webhooks/:channel/:account") { request, context -> HTTPResponse.Status in
            let update = try await request.decode(as: Update.self, context: context)
            return update.message.text.isEmpty ? .badRequest : .ok
        }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in LoadReport.note("{\"port\":\(channel.localAddress?.port ?? 0)}") },
            logger: Logger(label: "bare") { _ in SwiftLogNoOpLogHandler() })
        try await application.runService()
    }
}
