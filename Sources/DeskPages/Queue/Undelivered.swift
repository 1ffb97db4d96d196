import Desk

/// Replies that were approved and did not arrive, or may have: what a person still has to look at.
struct Undelivered {
    /// By the draft that was let go.
    private let kinds: [Int64: DeliveryState.Kind]

    static let kinds = Set(DeliveryState.Kind.allCases.filter(\.needsPerson))
    /// Deliveries looked at: nobody has more of them for long.
    private static let most = 500

    /// Those of the cases listed.
    init(_ items: [QueueItem], _ visit: Visit) async throws {
        guard items.contains(where: { $0.case.draft?.state.kind == .undelivered }) else {
            kinds = [:]
            return
        }
        let deliveries = try await visit.parts.store.deliveries(Self.kinds, after: 0, most: Self.most)
        kinds = Dictionary(deliveries.map { ($0.draftID, $0.state.kind) }) { _, last in last }
    }

    /// What the row of a case says of it.
    func mark(_ item: Case, _ wording: DeskWording) -> String? {
        guard let draft = item.draft, draft.state.kind == .undelivered, let kind = kinds[draft.id] else { return nil }
        return wording.mark(kind)
    }

    static func count(_ visit: Visit) async throws -> Int {
        try await visit.parts.store.depth().filter { kinds.contains($0.key) }.values.reduce(0, +)
    }

    /// Their cases, the earliest approval first, from behind a delivery on.
    static func page(_ visit: Visit, after: Int64, most: Int = 50) async throws -> ([QueueItem], next: Int64?) {
        let deliveries = try await visit.parts.store.deliveries(kinds, after: after, most: most)
        var items: [QueueItem] = []
        for delivery in deliveries where !items.contains(where: { $0.case.number == delivery.caseID }) {
            guard let file = try await visit.parts.store.file(of: delivery.caseID), let last = file.messages.last else { continue }
            items.append(
                QueueItem(
                    case: file.case, customer: last.author, text: last.text ?? "", receivedAt: last.receivedAt,
                    messages: file.messages.count))
        }
        return (items, deliveries.count == most ? deliveries.last?.id : nil)
    }
}
