public import Hummingbird
import HummingbirdCore
import NIOCore

/// The whole server: what `courtois serve` runs and what tests call.
///
/// - Parameter onRunning: Told the port once connections are taken.
public func buildApplication(
    _ parts: ServerParts, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) -> some ApplicationProtocol {
    let settings = parts.settings
    let calls = CallProcessor(parts)
    return Application(
        router: buildRouter(parts, calls),
        server: .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [RequestDeadline(milliseconds: settings.request)],
                idleTimeout: .milliseconds(Int64(settings.idle)),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: ServerSettings.headerBytes, maxHeaderListSize: ServerSettings.headerBytes,
                    maxHeaderFieldCount: ServerSettings.headerFields))),
        configuration: ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port),
            availableConnectionsDelegate: .maximum(settings.connections, logger: parts.logger)),
        // Stopped last first: calls are kept until the server has answered its last call.
        services: [calls],
        onServerRunning: { channel in
            parts.health.report(.server, nil)
            await onRunning(channel.localAddress?.port ?? settings.port)
        },
        logger: parts.logger)
}

/// Every address the server has.
///
/// - Parameter calls: Keeps what calls bring, while it runs.
func buildRouter(_ parts: ServerParts, _ calls: CallProcessor) -> Router<BasicRequestContext> {
    let api = APIRoutes(parts)
    let described = WebhookRoutes.descriptions + OperationRoutes.descriptions + api.endpoints.map(\.description)
    let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestRecord(figures: parts.figures, ticks: parts.clock.ticks))
    router.add(middleware: MissingRoutes(described, page: parts.missingPage))
    WebhookRoutes(parts, calls).add(to: router)
    OperationRoutes(parts, calls).add(to: router)
    api.add(to: router)
    OpenAPIRoute(described).add(to: router)
    parts.pages?(router)
    return router
}
