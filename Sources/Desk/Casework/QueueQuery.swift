/// Which cases are shown.
public struct QueueQuery: Sendable, Hashable {
    public var status: Case.Status
    public var team: Team?
    public var filter = QueueFilter()
    /// At most so many, from 1 to 500.
    public var most: Int
    /// Where the page before ended.
    public var after: QueuePlace?
    /// About so many cases are looked at for one page at most; nil for all there are. A page that looked at so many may hold
    /// fewer than were asked for, even none, and still have one behind it.
    public var mostRead: Int?

    public init(
        status: Case.Status = .waiting, team: Team? = nil, filter: QueueFilter = QueueFilter(), most: Int = 50,
        after: QueuePlace? = nil, mostRead: Int? = nil
    ) {
        self.status = status
        self.team = team
        self.filter = filter
        self.most = min(max(1, most), 500)
        self.after = after
        self.mostRead = mostRead.map { max(1, $0) }
    }
}

/// A place in the queue: cases keep it however many come and go before it.
public struct QueuePlace: Sendable, Hashable, Comparable {
    public let priority: Priority
    /// nil sorts last.
    public let due: Instant?
    public let number: Int64

    public init(priority: Priority, due: Instant?, number: Int64) {
        self.priority = priority
        self.due = due
        self.number = number
    }

    public static func < (left: QueuePlace, right: QueuePlace) -> Bool {
        let last = Int.max
        return (left.priority.rawValue, left.due?.seconds ?? last, left.number)
            < (right.priority.rawValue, right.due?.seconds ?? last, right.number)
    }
}

extension Case {
    public var place: QueuePlace { QueuePlace(priority: priority, due: due, number: number) }
}

/// Some cases of the queue.
public struct QueuePage: Sendable, Hashable {
    public let items: [QueueItem]
    /// Where the next page starts; nil where there is none.
    public let next: QueuePlace?

    public init(items: [QueueItem], next: QueuePlace?) {
        self.items = items
        self.next = next
    }
}

/// A case as the queue shows it.
public struct QueueItem: Sendable, Hashable {
    public let `case`: Case
    public let customer: Message.Author?
    /// The customer's last message.
    public let text: String
    public let receivedAt: Instant
    public let messages: Int

    public init(case: Case, customer: Message.Author?, text: String, receivedAt: Instant, messages: Int) {
        self.case = `case`
        self.customer = customer
        self.text = text
        self.receivedAt = receivedAt
        self.messages = messages
    }
}

/// How many cases of a team wait at a priority.
public struct WaitingCount: Sendable, Hashable {
    public let team: Team
    public let priority: Priority
    public let count: Int

    public init(team: Team, priority: Priority, count: Int) {
        self.team = team
        self.priority = priority
        self.count = count
    }
}
