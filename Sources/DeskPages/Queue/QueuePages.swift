import Channels
import Desk
import HTTPTypes
import Hummingbird
import IntentEngine

/// What waits, and what is looked for.
struct QueuePages {
    /// Counts go no further: nobody works on ten thousand cases by eye.
    static let mostCounted = 1000
    /// Cases looked at for one page: by filters that few pass, no page takes longer than by others.
    private static let mostRead = 200_000

    func add(to desk: DeskRouter) {
        desk.get("/", Self.queue)
        desk.get("search", Self.search)
        desk.post("alarms/{alarm}/end", needs: .manager, AlarmStrip.end)
    }

    @Sendable private static func queue(_ visit: Visit) async throws -> Response {
        let address = QueueAddress(visit.query, user: visit.user)
        let (items, next) = try await page(visit, address)
        var view = visit.frame(at: .queue)
        view["title"] = visit.wording(QueueWord.queueTitle)
        view["isSearch"] = false
        let tabs = try await tabs(visit, address)
        let strip = try await UrgentStrip(visit, address, items)
        view["alarms"] = try await AlarmStrip(visit).view
        view["urgent"] = strip.view ?? false
        view["waiting"] = waiting(tabs, strip)
        view["tabs"] = tabs
        view["filters"] = address.scope == .undelivered ? false : try await QueueFilters(visit, address).view as Any
        let undelivered = try await Undelivered(items, visit)
        view["rows"] = items.map { QueueRow($0, visit, undelivered, from: address.text, of: address.scope).view }
        view["isEmpty"] = items.isEmpty
        view["empty"] = empty(visit, address, hasMore: next != nil)
        view["next"] = next.map { $0.text as Any } ?? false
        let first = address.with { ($0.after, $0.before) = (nil, nil) }
        view["first"] = first == address ? false : first.text as Any
        return visit.page("queue", view)
    }

    /// What an address finds, and where it goes on.
    private static func page(_ visit: Visit, _ address: QueueAddress) async throws -> ([QueueItem], QueueAddress?) {
        if address.scope == .past {
            let page = try await visit.parts.store.past(address.pastQuery)
            return (page.items, page.next.map { next in address.with { $0.before = next } })
        }
        if address.scope == .undelivered {
            let (items, next) = try await Undelivered.page(visit, after: address.before ?? 0)
            return (items, next.map { next in address.with { $0.before = next } })
        }
        var query = address.query(visit)
        query.mostRead = mostRead
        let page = try await visit.parts.store.queue(query)
        return (page.items, page.next.map { next in address.with { $0.after = next } })
    }

    /// The views, with how much is in each that waits.
    private static func tabs(_ visit: Visit, _ address: QueueAddress) async throws -> [[String: Any]] {
        var tabs: [[String: Any]] = []
        for scope in QueueAddress.Scope.allCases {
            if scope == .team, visit.user?.team == nil { continue }
            let undelivered = scope == .undelivered ? try await Undelivered.count(visit) : 0
            if scope == .undelivered, undelivered == 0, address.scope != scope { continue }
            var tab: [String: Any] = [
                "name": name(of: scope, visit), "address": QueueAddress(scope: scope).text, "isChosen": scope == address.scope,
                "scope": scope.rawValue, "count": false,
            ]
            if QueueAddress.Scope.counted.contains(scope) {
                let count = try await visit.parts.store.count(QueueAddress(scope: scope).query(visit), most: mostCounted + 1)
                tab["count"] = countText(count)
            }
            if scope == .undelivered { tab["count"] = countText(undelivered) }
            tabs.append(tab)
        }
        return tabs
    }

    /// What the browser’s tab says: how many wait in this view, and how many of the most urgent in any team.
    private static func waiting(_ tabs: [[String: Any]], _ strip: UrgentStrip) -> Any {
        let own = tabs.first { $0["isChosen"] as? Bool == true }?["count"] as? String
        let parts = [own, strip.count > 0 ? "\(countText(strip.count))\u{A0}P1" : nil].compactMap(\.self)
        return parts.isEmpty ? false : "(" + parts.joined(separator: " · ") + ") "
    }

    static func countText(_ count: Int) -> String { count > mostCounted ? "\(mostCounted)+" : String(count) }

    private static func name(of scope: QueueAddress.Scope, _ visit: Visit) -> String {
        switch scope {
        case .mine: visit.wording(QueueWord.mine)
        case .team: visit.user?.team.map { visit.wording.team($0) } ?? ""
        case .everyone: visit.wording(QueueWord.everyone)
        case .past: visit.wording(QueueWord.past)
        case .undelivered: visit.wording(QueueWord.undelivered)
        }
    }

    /// What an empty list means, and what to do.
    private static func empty(_ visit: Visit, _ address: QueueAddress, hasMore: Bool) -> [String: Any] {
        let wording = visit.wording
        if hasMore {
            // So many look the same that the page stopped looking.
            return ["title": wording(QueueWord.nothingYet), "text": wording(QueueWord.nothingYetText), "action": false]
        }
        if address.isFiltered {
            return [
                "title": wording(QueueWord.nothingPasses), "text": wording(QueueWord.nothingPassesText),
                "action": wording(QueueWord.clearFilters), "address": QueueAddress(scope: address.scope).text,
            ]
        }
        switch address.scope {
        case .mine:
            return [
                "title": wording(QueueWord.nothingMine), "text": wording(QueueWord.nothingMineText),
                "action": wording(QueueWord.seeEveryone), "address": QueueAddress(scope: .everyone).text,
            ]
        case .team:
            return [
                "title": wording(QueueWord.nothingWaits), "text": wording(QueueWord.nothingInTeamText),
                "action": wording(QueueWord.seeEveryone), "address": QueueAddress(scope: .everyone).text,
            ]
        case .everyone: return ["title": wording(QueueWord.nothingWaits), "text": wording(QueueWord.nothingWaitsText), "action": false]
        case .undelivered:
            return ["title": wording(QueueWord.nothingUndelivered), "text": wording(QueueWord.nothingUndeliveredText), "action": false]
        case .past: return ["title": wording(QueueWord.nothingPast), "text": wording(QueueWord.nothingPastText), "action": false]
        }
    }

    // MARK: Searching

    @Sendable private static func search(_ visit: Visit) async throws -> Response {
        let words = String((visit.query["q"] ?? "").prefix(200))
        let wanted = SearchQuery(words, before: visit.query["before"].flatMap { Int64($0) })
        // A number alone is a case's.
        let number = words.drop { $0 == "#" || $0 == " " }
        if words.hasPrefix("#"), let number = Int64(number), try await visit.parts.store.file(of: number) != nil {
            return .redirect(Address.case(number))
        }
        let page = try await visit.parts.store.search(wanted)
        var view = visit.frame()
        let wording = visit.wording
        view["title"] = wording(QueueWord.searchTitle)
        view["isSearch"] = true
        view["urgent"] = false
        view["words"] = VisibleText.line(words)
        view["tabs"] = [String]()
        view["filters"] = false
        let undelivered = try await Undelivered(page.items, visit)
        view["rows"] = page.items.map { QueueRow($0, visit, undelivered, from: visit.here).view }
        view["isEmpty"] = page.items.isEmpty
        view["empty"] =
            [
                "title": wording(words.isEmpty ? QueueWord.searchFor : .nothingFound), "text": wording(QueueWord.searchHint),
                "action": false,
            ] as [String: Any]
        view["next"] = page.next.map { Address.with("/search", [("q", words), ("before", String($0))]) as Any } ?? false
        view["first"] = false
        return visit.page("queue", view)
    }
}
