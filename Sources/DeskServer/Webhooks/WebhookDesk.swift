import Channels
import Desk
import Synchronization

/// Hears a platform's call, in one order: handshake, signature over the raw bytes, what it says, decisions, one commit, and
/// only then the acknowledgement.
struct WebhookDesk: Sendable {
    private let store: any Listening
    private let shelf: RulebookShelf
    private let figures: ServerFigures
    private let clock: ServerClock
    private let makeName: @Sendable () -> String
    private let limits: CallLimits

    init(_ parts: ServerParts) {
        store = parts.store
        shelf = parts.shelf
        figures = parts.figures
        clock = parts.clock
        makeName = parts.makeName
        limits = CallLimits(perMinute: parts.settings.callsPerMinute)
    }

    func hear(_ request: InboundRequest, by adapter: any ChannelAdapter) async -> WebhookOutcome {
        if !adapter.handshakeIsSigned, let answer = adapter.handshake(request) { return .handshake(answer) }
        guard request.method == "POST" else { return .noHandshake }
        let now = clock.now()
        let acceptance: Acceptance
        do throws(SignatureRejection) {
            acceptance = try adapter.verify(request, now: now)
        } catch {
            return .rejected(error)
        }
        if adapter.handshakeIsSigned, let answer = adapter.handshake(request) { return .handshake(answer) }
        let door = ChannelAccount(channel: type(of: adapter).route, account: adapter.account.name)
        // After the signature, so that nobody else can use an account's share up.
        if let wait = limits.take(door, at: clock.ticks()) { return .limited(wait) }
        let events: [InboundEvent]
        do throws(ParseFailure) {
            events = try adapter.parse(request)
        } catch {
            return .unreadable(error)
        }
        let call = PlatformCall(door: door, onceKey: acceptance.onceKey, items: items(of: events, at: now), at: now)
        do throws(StoreFailure) {
            return outcome(try await store.hear(call), of: call, adapter.acknowledgement)
        } catch {
            return .notStored(error)
        }
    }

    private func items(of events: [InboundEvent], at now: Instant) -> [PlatformCall.Item] {
        let lanes = shelf.current
        return events.map { event in
            guard let message = event.message else { return .notice(PlatformNotice(event)) }
            return .arrival(lanes.arrival(of: message, at: now, delivery: makeName(), replyUntil: event.replyUntil))
        }
    }

    private func outcome(_ reception: CallReception, of call: PlatformCall, _ answer: ChannelAnswer) -> WebhookOutcome {
        guard case .heard(let results, let notices) = reception else { return .replayed(answer) }
        var tally = WebhookOutcome.Tally(notices: notices)
        let arrivals = call.items.compactMap { item in
            if case .arrival(let arrival) = item { return arrival }
            return nil
        }
        for (arrival, result) in zip(arrivals, results) {
            switch result {
            case .success(.stored):
                tally.stored += 1
                figures.decision(arrival.decision.disposition, arrival.decision.team)
            case .success(.duplicate): tally.duplicates += 1
            case .failure: tally.unfit += 1
            }
        }
        return .kept(answer, tally)
    }
}

extension PlatformNotice {
    /// Without a word of anybody's.
    fileprivate init(_ event: InboundEvent) {
        var conversation: ConversationKey?
        if case .message = event.kind, event.author.role == .agent, event.visibility != .internal {
            conversation = ConversationKey(channel: event.channel, account: event.account, name: event.conversation)
        }
        self.init(
            channel: event.channel, account: event.account, kind: event.kind.label, type: event.type, onceKey: event.onceKey,
            answeredElsewhere: conversation, answeredAt: conversation == nil ? nil : event.sentAt,
            echo: event.delivery.map { Echo(delivery: $0, externalID: event.regarding ?? event.id) })
    }
}

/// How often each account may call.
final class CallLimits: Sendable {
    private let limits: Mutex<RateLimits>

    /// - Parameter perMinute: Above 60,000 there is no limit: the clock counts milliseconds.
    init(perMinute: Int) {
        let limit = RateLimits.Limit(interval: 60_000 / max(1, perMinute), burst: max(1, perMinute / 60))
        limits = Mutex(RateLimits(fallback: limit))
    }

    /// Takes one call; nil when it is allowed, else the milliseconds to wait.
    func take(_ account: ChannelAccount, at ticks: Int) -> Int? { limits.withLock { $0.take(account, at: ticks) } }
}
