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
    let router = Router(context: BasicRequestContext.self)
    router.add(middleware: RequestRecord(figures: parts.figures, ticks: parts.clock.ticks))
    WebhookRoutes(parts).add(to: router)
    OperationRoutes(parts).add(to: router)
    parts.pages?(router)
    return Application(
        router: router,
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
        onServerRunning: { channel in
            parts.health.report(.server, nil)
            await onRunning(channel.localAddress?.port ?? settings.port)
        },
        logger: parts.logger)
}
