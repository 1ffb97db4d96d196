import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request does not come to its end in time: a body sent drop by drop keeps a connection from
/// being idle, and would hold it for ever.
///
/// Used by the connection's event loop alone.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let time: TimeAmount
    /// When the request at hand has to be here; nil between two.
    private var deadline: NIODeadline?
    /// One for all requests of a connection: it goes on to the next deadline, so that a short request costs no timer of its own.
    private var timer: Scheduled<Void>?

    init(milliseconds: Int) { time = .milliseconds(Int64(milliseconds)) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            deadline = .now() + time
            if timer == nil { watch(context.channel) }
        case .body: break
        case .end: deadline = nil
        }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { stop() }

    private func watch(_ channel: any Channel) {
        timer = deadline.map { deadline in
            channel.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.look(channel) }
        }
    }

    private func look(_ channel: any Channel) {
        if let deadline, deadline <= .now() { channel.close(promise: nil) } else { watch(channel) }
    }

    private func stop() {
        deadline = nil
        timer?.cancel()
        timer = nil
    }
}

@available(*, unavailable)
extension RequestDeadline: Sendable {}
