import Desk
import IntentEngine

/// What is most urgent in any team, over lists that do not show it.
struct UrgentStrip {
    /// How many wait, in all teams.
    let count: Int
    /// nil where the list shows them all.
    let view: [String: Any]?

    private static let mostShown = 3

    /// - Parameter items: Those the list shows.
    init(_ visit: Visit, _ address: QueueAddress, _ items: [QueueItem]) async throws {
        let urgent = QueueAddress(scope: .everyone).with { $0.priority = .p1 }
        count = try await visit.parts.store.count(urgent.query(visit), most: QueuePages.mostCounted + 1)
        let shown = Set(items.filter { $0.case.status == .waiting && $0.case.priority == .p1 }.map(\.case.number))
        guard count > shown.count, address.with({ $0.after = nil }) != urgent else {
            view = nil
            return
        }
        let wording = visit.wording
        let page = try await visit.parts.store.queue(urgent.query(visit, most: Self.mostShown + shown.count))
        let cases = page.items.filter { !shown.contains($0.case.number) }.prefix(Self.mostShown)
        let others = count - shown.count
        view = [
            "words": others == 1
                ? wording.say("Une urgence attend hors de cette liste\u{A0}:", "One urgent case waits outside this list:")
                : wording.say(
                    "\(QueuePages.countText(others)) urgences attendent hors de cette liste\u{A0}:",
                    "\(QueuePages.countText(others)) urgent cases wait outside this list:"),
            "cases": cases.map { item -> [String: Any] in
                [
                    "address": Address.with(Address.case(item.case.number), [("from", urgent.text)]),
                    "name": VisibleText.line(item.customer?.name ?? item.customer?.id ?? wording(QueueWord.anonymous), most: 40),
                    "team": wording.team(item.case.team), "text": VisibleText.line(item.text, most: 90),
                ]
            }, "all": others > cases.count ? urgent.text as Any : false,
        ]
    }
}
