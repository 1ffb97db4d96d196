package import Desk
internal import IntentEngine
internal import Synchronization

extension MemoryStore: Browsing {
    package func count(_ query: QueueQuery, most: Int) async -> Int {
        state.withLock { state in
            var query = query
            query.most = 500
            return min(most, state.found(query).count)
        }
    }

    package func search(_ query: SearchQuery) async -> SearchPage {
        state.withLock { state in
            let wanted = query.tokens.map(Folding.fold)
            guard !wanted.isEmpty else { return SearchPage(items: [], next: nil) }
            let hits = state.entries.reversed().filter { entry in
                guard let text = entry.text, entry.number < query.before ?? .max else { return false }
                if let id = entry.message.author?.id, query.authors.contains(id) { return true }
                let words = Folding.fold(
                    [entry.message.author?.name, entry.message.subject, text].compactMap(\.self).joined(separator: " ")
                )
                .split { !$0.isLetter && !$0.isNumber }
                return wanted.dropLast().allSatisfy { word in words.contains { $0 == word } }
                    && words.contains { $0.hasPrefix(wanted[wanted.count - 1]) }
            }
            var items: [QueueItem] = []
            var last: Int64?
            for hit in hits where !items.contains(where: { $0.case.number == hit.caseNumber }) {
                if items.count == query.most { return SearchPage(items: items, next: last) }
                last = hit.number
                items.append(
                    QueueItem(
                        case: state.cases[Int(hit.caseNumber) - 1], customer: hit.message.author, text: hit.text ?? "",
                        receivedAt: hit.arrival.receivedAt, messages: state.entries.count { $0.caseNumber == hit.caseNumber }))
            }
            return SearchPage(items: items, next: nil)
        }
    }

    package func past(_ query: PastQuery) async -> SearchPage {
        state.withLock { state in
            var items: [QueueItem] = []
            var last: Int64?
            for entry in state.entries.reversed() where entry.number < query.before ?? .max {
                let item = state.cases[Int(entry.caseNumber) - 1]
                let own = state.entries.filter { $0.caseNumber == entry.caseNumber }
                guard entry.number == own.last?.number, item.status != .waiting, (query.status ?? item.status) == item.status,
                    (query.team ?? item.team) == item.team, query.filter.admits(item, signals: Set(own.flatMap(\.signals)))
                else { continue }
                if items.count == query.most { return SearchPage(items: items, next: last) }
                last = entry.number
                items.append(
                    QueueItem(
                        case: item, customer: entry.message.author, text: entry.text ?? "", receivedAt: entry.arrival.receivedAt,
                        messages: own.count))
            }
            return SearchPage(items: items, next: nil)
        }
    }

    package func cases(of customer: CustomerID, but number: Int64, most: Int) async -> [QueueItem] {
        state.withLock { state in
            var items: [QueueItem] = []
            for entry in state.entries.reversed() where entry.caseNumber != number && entry.message.author?.id == customer.id {
                let item = state.cases[Int(entry.caseNumber) - 1]
                guard (customer.channel ?? entry.message.channel) == entry.message.channel, items.count < most,
                    !items.contains(where: { $0.case.number == item.number })
                else { continue }
                items.append(
                    QueueItem(
                        case: item, customer: entry.message.author, text: entry.text ?? "", receivedAt: entry.arrival.receivedAt,
                        messages: state.entries.count { $0.caseNumber == item.number }))
            }
            return items
        }
    }

    package func channels() async -> [String] { state.withLock { Set($0.cases.map(\.conversation.channel)).sorted() } }

    package func lastChange() async -> Int64 { state.withLock { $0.rows.last?.sequence ?? 0 } }
}
