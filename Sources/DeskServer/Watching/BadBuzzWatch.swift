public import Desk
import IntentEngine
import Logging
public import ServiceLifecycle

/// Rings the alarm when far more customers than usual are dissatisfied with the same, on one account: looks every minute.
///
/// One look reads the present window, a stretch of the complaints' own order, and some fifty windows of the past only where enough
/// authors are in it. What rang stands in the store, for every process that decides: it takes effect with the next message.
public struct BadBuzzWatch: Service {
    private let store: any Watching
    private let shelf: RulebookShelf
    private let clock: CourierClock
    private let logger: Logger

    /// Milliseconds between two looks.
    private static let pause = 60_000

    /// - Parameter clock: Sleeps until a wait is over or its task is cancelled.
    public init(_ parts: ServerParts, clock: CourierClock) {
        store = parts.desk
        shelf = parts.shelf
        self.clock = clock
        logger = parts.logger
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await look()
                await clock.sleep(Self.pause)
            }
        }
    }

    /// Looks once; the alarms that rang.
    @discardableResult
    public func look() async -> [Alarm] {
        guard let rule = shelf.edition.desk.decider.policy.alarm else { return [] }
        do throws(StoreFailure) {
            return try await look(rule, at: clock.now())
        } catch {
            logger.error("complaints not counted", metadata: ["failure": .string(error.label)])
            return []
        }
    }

    private func look(_ rule: AlarmRule, at now: Instant) async throws(StoreFailure) -> [Alarm] {
        let counts = try await store.complaints(in: [rule.present(at: now)]).first ?? [:]
        let many = counts.filter { $0.value >= rule.authors }
        if many.isEmpty { return [] }
        let last = try await store.lastAlarms(of: Set(many.keys))
        let past = rule.past(at: now, since: try await store.beginning() ?? now)
        let before = try await store.complaints(in: past.days + past.hours)
        var rang: [Alarm] = []
        for (topic, authors) in many.sorted(by: { $0.key < $1.key }) {
            let usual = AlarmRule.usual(
                days: before.prefix(past.days.count).map { $0[topic] ?? 0 }, hours: before.dropFirst(past.days.count).map { $0[topic] ?? 0 }
            )
            guard rule.rings(authors, usual: usual, after: last[topic], at: now) else { continue }
            let alarm = alarm(topic, authors, usual, rule, at: now)
            guard try await store.ring(alarm, after: last[topic]?.number) else { continue }
            log(alarm)
            rang.append(alarm)
        }
        return rang
    }

    private func alarm(_ topic: ComplaintTopic, _ authors: Int, _ usual: Double, _ rule: AlarmRule, at now: Instant) -> Alarm {
        let desk = shelf.edition.desk
        let language = desk.decider.brand.defaultLanguage
        let number = desk.rulebook.intents.firstIndex(of: topic.intent)
        let title = number.flatMap { desk.decider.policy.intents[$0].title[language] } ?? (topic.intent.isEmpty ? nil : topic.intent)
        return Alarm(
            topic, authors: authors, usual: usual, window: rule.window, at: now, title: title, isFrench: language != .english)
    }

    /// Figures and names of ours; not a word of a message.
    private func log(_ alarm: Alarm) {
        logger.warning(
            "alarm rang",
            metadata: [
                "channel": .string(alarm.topic.door.channel), "account": .string(alarm.topic.door.account),
                "intent": .string(alarm.topic.intent), "authors": .stringConvertible(alarm.authors),
                "usual_tenths": .stringConvertible(Int((alarm.usual * 10).rounded())), "minutes": .stringConvertible(alarm.window / 60),
            ])
    }
}
