import Channels
import Desk
import ServiceLifecycle

/// Decides what calls bring, keeps it, and only then lets them be acknowledged.
///
/// All calls that wait are decided one after the other on one thread, whose memory stays warm and which no lock holds up, and kept
/// in one commit, in that order. Those that come meanwhile wait for the next: commits of few calls, made while others are decided,
/// take more of the processor than the wait is worth. A call is one commit, as `Listening` has it, so that a large one keeps the
/// others waiting: one of 5,000 messages takes half a second of a processor, a quarter of it to decide, which is all that could be
/// done in portions. Ends when the server has, with every call answered.
struct CallProcessor: Service {
    private let queue = CallQueue()
    private let store: any Listening & CaseQueue
    private let shelf: RulebookShelf
    private let figures: ServerFigures
    private let makeName: @Sendable () -> String

    init(_ parts: ServerParts) {
        store = parts.store
        shelf = parts.shelf
        figures = parts.figures
        makeName = parts.makeName
    }

    /// Calls that are believed and read, and wait to be decided.
    var waiting: Int { queue.waiting }

    /// Keeps everything a call brings; what became of it.
    func keep(_ call: ReadCall) async -> WebhookOutcome { await queue.give(call) }

    func run() async {
        await withTaskCancellationOrGracefulShutdownHandler {
            // Nothing else keeps a call waiting that is to be decided.
            await withTaskExecutorPreference(OwnThread("courtois.desk")) {
                while case let entries = await queue.take(), !entries.isEmpty { await keep(entries) }
            }
        } onCancelOrGracefulShutdown: {
            queue.end()
        }
    }

    private func keep(_ entries: [CallQueue.Entry]) async {
        var known: EditedMessages
        var pasts = ConversationPasts()
        do throws(StoreFailure) {
            known = try await EditedMessages(of: entries.lazy.map(\.call), in: store)
            let askers = entries.flatMap { $0.call.events.compactMap { ($0.message ?? $0.editedMessage).flatMap(Asker.init) } }
            pasts.replace(try await store.pasts(of: Set(askers)))
        } catch {
            for entry in entries { entry.caller.resume(returning: .notStored(error)) }
            return
        }
        let calls = entries.map { decide($0.call, &known, &pasts) }
        let messages = calls.reduce(0) { $0 + $1.messages }
        figures.wait(forCommitOf: messages)
        let results = await store.hear(calls)
        figures.wait(forCommitOf: -messages)
        for (place, entry) in entries.enumerated() {
            // Nobody waits for ever for what a store has not said.
            let result = place < results.count ? results[place] : .failure(Self.unsaid)
            entry.caller.resume(returning: outcome(result, of: calls[place], entry.call))
        }
    }

    private static let unsaid = StoreFailure.unavailable(place: "store", cause: "it did not say what became of the call")

    private func decide(_ call: ReadCall, _ known: inout EditedMessages, _ pasts: inout ConversationPasts) -> PlatformCall {
        let items = call.events.map { event -> PlatformCall.Item in
            if let message = event.message {
                known.note(message)
                return .arrival(arrival(of: message, event, call, &pasts))
            }
            guard let key = event.revised else { return .notice(PlatformNotice(event)) }
            let notice = PlatformNotice(event)
            let moment = min(event.editedAt ?? call.at, call.at)
            if event.kind == .deletion { return .revision(MessageRevision(notice: notice, message: key, at: moment, arrival: nil)) }
            guard let edit = event.editedMessage, let message = known.edit(key, edit) else { return .notice(notice) }
            // What was never heard of is what the customer says now.
            guard known.has(key) else { return .arrival(arrival(of: message, event, call, &pasts)) }
            // Who mends what they wrote does not ask again.
            var exchange = pasts.exchange(before: message, at: call.at)
            exchange.isRepeat = false
            let arrival = shelf.current.arrival(
                of: message, after: exchange, at: call.at, delivery: makeName(), replyUntil: event.replyUntil)
            return .revision(MessageRevision(notice: notice, message: key, at: moment, arrival: arrival))
        }
        return PlatformCall(door: call.door, onceKey: call.onceKey, items: items, at: call.at)
    }

    private func arrival(of message: Message, _ event: InboundEvent, _ call: ReadCall, _ pasts: inout ConversationPasts) -> Arrival {
        let arrival = shelf.current.arrival(
            of: message, after: pasts.exchange(before: message, at: call.at), at: call.at, delivery: makeName(),
            replyUntil: event.replyUntil)
        pasts.note(arrival)
        return arrival
    }

    private func outcome(_ result: Result<CallReception, StoreFailure>, of call: PlatformCall, _ read: ReadCall) -> WebhookOutcome {
        switch result {
        case .success(.heard(let results, let notices)):
            var tally = WebhookOutcome.Tally(notices: notices)
            tally.unnamed = read.events.count { $0.isUnnamed }
            var rest = results[...]
            for case .arrival(let arrival) in call.items {
                guard let result = rest.popFirst() else { break }
                switch result {
                case .success(.stored):
                    tally.stored += 1
                    figures.decision(arrival.decision.disposition, arrival.decision.team)
                case .success(.duplicate): tally.duplicates += 1
                case .failure: tally.unfit += 1
                }
            }
            return .kept(read.acknowledgement, tally)
        case .success(.replayed): return .replayed(read.acknowledgement)
        case .failure(let failure): return .notStored(failure)
        }
    }
}

extension PlatformCall {
    /// How many messages it brings.
    fileprivate var messages: Int { items.count { if case .arrival = $0 { true } else { false } } }
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
            answerID: conversation == nil ? nil : event.id,
            echo: event.delivery.map { Echo(delivery: $0, externalID: event.regarding ?? event.id) })
    }
}
