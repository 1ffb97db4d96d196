import Channels
import Desk
import IntentEngine

/// What of the queue is looked at, as it stands in the address: whose, what passes, and from where on.
struct QueueAddress: Sendable, Hashable {
    enum Scope: String, Sendable, CaseIterable {
        case mine, team, everyone
        /// What waits no longer.
        case past
        /// Of which a reply did not arrive, or may have.
        case undelivered

        /// Those that are counted: what waits.
        static let counted: [Scope] = [.mine, .team, .everyone]
    }

    var scope: Scope
    /// Of what waits no longer: answered or closed.
    var status: Case.Status?
    var team: Team?
    var priority: Priority?
    var disposition: Disposition?
    var channel: String?
    var language: Language?
    var signal: String?
    /// Hours the customer waits at least.
    var age: Int?
    var after: QueuePlace?
    /// The same of what waits no longer, and of what did not arrive.
    var before: Int64?

    /// Ages that may be chosen, in hours.
    static let ages = [1, 4, 24, 72, 168]

    init(scope: Scope) { self.scope = scope }

    /// What an address says; what it should not is left out.
    init(_ query: FormFields, user: User?) {
        scope = query["view"].flatMap(Scope.init) ?? (user?.team == nil ? .everyone : .team)
        team = query["team"].flatMap(Team.init)
        priority = query["priority"].flatMap { Int($0) }.flatMap(Priority.init(rawValue:))
        disposition = query["disposition"].flatMap(Disposition.init)
        channel = query["channel"].flatMap { $0.isEmpty || $0.count > 200 ? nil : $0 }
        language = query["language"].flatMap(Language.init)
        signal = query["signal"].flatMap { $0.isEmpty || $0.count > 200 ? nil : $0 }
        age = query["age"].flatMap { Int($0) }.flatMap { $0 > 0 && $0 <= 8760 ? $0 : nil }
        after = query["after"].flatMap(Self.place)
        if scope == .past || scope == .undelivered { before = query["before"].flatMap { Int64($0) } }
        if scope == .past {
            status = query["status"].flatMap(Case.Status.init).flatMap { $0 == .waiting ? nil : $0 }
        }
    }

    /// - Parameter now: When the visit lasts longer than a page.
    func query(_ visit: Visit, most: Int = 50, at now: Instant? = nil) -> QueueQuery {
        let now = now ?? visit.now
        var filter = QueueFilter(
            priority: priority, disposition: disposition, channel: channel, language: language, signal: signal,
            waitsSince: age.map { now + -$0 * 3600 })
        if scope == .mine { filter.holder = .init(name: visit.colleague.name, now: now) }
        // Without a team of their own, what somebody's team has is what everybody has.
        let own = scope == .team ? visit.user?.team : nil
        return QueueQuery(team: own ?? team, filter: filter, most: most, after: after)
    }

    /// What is asked of those that wait no longer.
    var pastQuery: PastQuery {
        let filter = QueueFilter(priority: priority, disposition: disposition, channel: channel, language: language, signal: signal)
        return PastQuery(status: status, team: team, filter: filter, before: before)
    }

    var isFiltered: Bool {
        status != nil || team != nil || priority != nil || disposition != nil || channel != nil || language != nil || signal != nil
            || age != nil
    }

    /// The fields of the address, without those that say nothing.
    var fields: [(String, String)] {
        let fields: [(String, String?)] = [
            ("view", scope.rawValue), ("status", status?.rawValue), ("team", team?.rawValue),
            ("priority", priority.map { String($0.rawValue) }),
            ("disposition", disposition?.rawValue), ("channel", channel), ("language", language?.rawValue), ("signal", signal),
            ("age", age.map(String.init)), ("after", after.map(Self.text)),
            ("before", before.map(String.init)),
        ]
        return fields.compactMap { name, value in value.map { (name, $0) } }
    }

    var text: String { Address.with("/", fields) }

    func with(_ change: (inout QueueAddress) -> Void) -> QueueAddress {
        var changed = self
        change(&changed)
        return changed
    }

    // MARK: Places

    private static func text(_ place: QueuePlace) -> String {
        "\(place.priority.rawValue).\(place.due.map { String($0.seconds) } ?? "-").\(place.number)"
    }

    private static func place(_ text: String) -> QueuePlace? {
        let parts = text.split(separator: ".")
        guard parts.count == 3, let rank = Int(parts[0]), let priority = Priority(rawValue: rank), let number = Int64(parts[2]) else {
            return nil
        }
        let due = parts[1] == "-" ? nil : Int(parts[1]).map { Instant(seconds: $0) }
        return QueuePlace(priority: priority, due: due, number: number)
    }
}

extension QueueAddress {
    /// What an address of the queue says.
    init(origin: String?, user: User?) {
        let query = origin?.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        self.init(FormFields(Array(query.utf8)) ?? FormFields(fields: []), user: user)
    }
}
