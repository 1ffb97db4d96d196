import Glibc
import HummingbirdCore
import Logging
import NIOCore

/// Connections that are served on the thread that reads them: a short request is not handed to another thread and back.
///
/// What takes longer has to go elsewhere, for it would keep the thread's other connections waiting.
struct LoopChannel: ServerChildChannel {
    let base: HTTP1Channel

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> { base.setup(channel: channel, logger: logger) }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        if getenv("HOOKS_PLAIN") != nil { return await base.handle(value: value, logger: logger) }
        await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) { await base.handle(value: value, logger: logger) }
    }
}
