import Desk
import IntentEngine

/// The cases that wait, as far as they were read, with one of them chosen.
struct QueueList: Sendable {
    /// Cases read at most.
    static let most = 500

    /// Characters of a message that the filter looks at.
    private static let mostSearched = 2000

    private(set) var items: [QueueItem] = []
    /// Whether more wait than were read.
    private(set) var hasMore = false
    private(set) var filter = ""
    /// Items that pass the filter, as indices.
    private(set) var shown: [Int] = []
    /// Row of `shown` that is chosen.
    private(set) var row = 0
    /// First row on the screen.
    private(set) var top = 0
    /// What each item is found by, folded.
    private var folded: [String] = []

    var chosen: QueueItem? { shown.indices.contains(row) ? items[shown[row]] : nil }

    /// Takes a fresh reading of the queue; who was chosen stays chosen, or the one that took the place.
    mutating func take(_ page: QueuePage, wording: ReviewWording, rows: Int) {
        let number = chosen?.case.number
        items = page.items
        hasMore = page.next != nil
        folded = items.map { Self.words(of: $0, wording) }
        select()
        if let number, let place = shown.firstIndex(where: { items[$0].case.number == number }) { row = place }
        follow(rows: rows)
    }

    mutating func setFilter(_ text: String, rows: Int) {
        let number = chosen?.case.number
        filter = text
        select()
        row = shown.firstIndex { items[$0].case.number == number } ?? 0
        follow(rows: rows)
    }

    mutating func move(by step: Int, rows: Int) { move(to: row + step, rows: rows) }

    mutating func move(to place: Int, rows: Int) {
        row = max(0, min(place, shown.count - 1))
        follow(rows: rows)
    }

    /// Keeps the chosen row on the screen.
    mutating func follow(rows: Int) {
        row = max(0, min(row, shown.count - 1))
        top = max(0, min(top, shown.count - rows))
        if row < top { top = row }
        if row >= top + rows { top = row - max(1, rows) + 1 }
    }

    /// Every word of the filter must occur.
    private mutating func select() {
        let wanted = Folding.fold(filter).split(separator: " ")
        shown = items.indices.filter { index in wanted.allSatisfy { folded[index].contains($0) } }
    }

    private static func words(of item: QueueItem, _ wording: ReviewWording) -> String {
        let found = item.case
        let parts = [
            String(found.number), "P\(found.priority.rawValue)", item.customer?.name, item.customer?.id, item.text,
            wording.team(found.team),
            found.intent.map(wording.intent), wording.disposition(found.disposition), found.conversation.channel, found.conversation.thread,
            found.claim?.by,
        ]
        return Folding.fold(parts.compactMap(\.self).joined(separator: " "))
    }
}
