/// What those who look through the desk ask beside its queue. Reads only, each bounded in time by a bound on what it reads.
public protocol Browsing: Sendable {
    /// How many cases a query finds, counted no further than `most`.
    func count(_ query: QueueQuery, most: Int) async throws(StoreFailure) -> Int

    /// Cases whose messages hold all words of a query, the latest message first; case and accents do not matter. An e-mail address
    /// finds its owner's too.
    func search(_ query: SearchQuery) async throws(StoreFailure) -> SearchPage

    /// Cases that wait no longer, the latest message first.
    func past(_ query: PastQuery) async throws(StoreFailure) -> SearchPage

    /// Cases a customer wrote in beside the one of number `number`, the latest of their messages first: at most so many, from their
    /// last five hundred messages.
    func cases(of customer: CustomerID, but number: Int64, most: Int) async throws(StoreFailure) -> [QueueItem]

    /// Names of the channels that have cases, at most a hundred.
    func channels() async throws(StoreFailure) -> [String]

    /// Grows with every change of the desk.
    func lastChange() async throws(StoreFailure) -> Int64
}

public struct SearchQuery: Sendable, Hashable {
    /// What was typed.
    public var words: String
    /// At most so many cases, from 1 to 100.
    public var most: Int
    /// Where the page before ended.
    public var before: Int64?

    public init(_ words: String, most: Int = 50, before: Int64? = nil) {
        self.words = words
        self.most = min(max(1, most), 100)
        self.before = before
    }

    /// The words looked for: runs of letters and digits, twelve at most. The last may be the beginning of a longer one.
    public var tokens: [String] {
        words.split { !$0.isLetter && !$0.isNumber }.prefix(12).map { String($0.prefix(64)) }
    }

    /// What authors may be known by where one address is looked for: as it was typed, and in small letters.
    public var authors: [String] {
        let address = words.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
        guard words.dropFirst(words.distance(from: words.startIndex, to: address.endIndex)).allSatisfy(\.isWhitespace),
            let at = address.firstIndex(of: "@"), at > address.startIndex, address.index(after: at) < address.endIndex
        else { return [] }
        return [String(address), address.lowercased()]
    }
}

/// Which cases are shown that wait no longer.
public struct PastQuery: Sendable, Hashable {
    /// Answered or closed; nil for both.
    public var status: Case.Status?
    public var team: Team?
    /// Who holds a case and how long it waits say nothing here.
    public var filter = QueueFilter()
    /// At most so many, from 1 to 100.
    public var most: Int
    /// Where the page before ended.
    public var before: Int64?

    public init(
        status: Case.Status? = nil, team: Team? = nil, filter: QueueFilter = QueueFilter(), most: Int = 50, before: Int64? = nil
    ) {
        self.status = status
        self.team = team
        self.filter = filter
        self.most = min(max(1, most), 100)
        self.before = before
    }
}

/// Some cases that were found. A page may hold fewer than were asked for and still have one behind it: each looks at no more
/// messages than it can in its time.
public struct SearchPage: Sendable, Hashable {
    /// Each with the message it was found by.
    public let items: [QueueItem]
    public let next: Int64?

    public init(items: [QueueItem], next: Int64?) {
        self.items = items
        self.next = next
    }
}
