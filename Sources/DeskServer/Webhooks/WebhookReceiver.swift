import Channels
import Desk

/// Hears a platform's call, in one order: handshake, signature over the raw bytes, what it says, decisions, one commit, and
/// only then the acknowledgement.
struct WebhookReceiver: Sendable {
    private let calls: CallProcessor
    private let clock: ServerClock
    private let limits: CallLimits

    init(_ parts: ServerParts, _ calls: CallProcessor) {
        self.calls = calls
        clock = parts.clock
        limits = CallLimits(perMinute: parts.settings.callsPerMinute)
    }

    func hear(_ request: InboundRequest, by adapter: any ChannelAdapter) async -> WebhookOutcome {
        switch read(request, by: adapter) {
        case .call(let call): await calls.keep(call)
        case .settled(let outcome): outcome
        }
    }

    private enum Reading {
        case call(ReadCall)
        /// Answered without being kept.
        case settled(WebhookOutcome)
    }

    private func read(_ request: InboundRequest, by adapter: any ChannelAdapter) -> Reading {
        if !adapter.handshakeIsSigned, let answer = adapter.handshake(request) { return .settled(.handshake(answer)) }
        guard request.method == "POST" else { return .settled(.noHandshake) }
        let now = clock.now()
        let acceptance: Acceptance
        do throws(SignatureRejection) {
            acceptance = try adapter.verify(request, now: now)
        } catch {
            return .settled(.rejected(error))
        }
        if adapter.handshakeIsSigned, let answer = adapter.handshake(request) { return .settled(.handshake(answer)) }
        let door = ChannelAccount(channel: type(of: adapter).route, account: adapter.account.name)
        // After the signature, so that nobody else can use an account's share up.
        if let wait = limits.take(door, at: clock.ticks()) { return .settled(.limited(wait)) }
        let events: [InboundEvent]
        do throws(ParseFailure) {
            events = try adapter.parse(request)
        } catch {
            return .settled(.unreadable(error))
        }
        return .call(
            ReadCall(door: door, onceKey: acceptance.onceKey, events: events, at: now, acknowledgement: adapter.acknowledgement))
    }
}
