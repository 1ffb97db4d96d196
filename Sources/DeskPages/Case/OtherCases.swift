import Desk

/// What else the customer of a case has written of, which its answer must not contradict.
struct OtherCases {
    /// nil where there is nothing.
    let view: [String: Any]?

    private static let mostShown = 5

    init(_ visit: Visit, _ file: CaseFile) async throws {
        guard let id = file.customer?.id else {
            view = nil
            return
        }
        let customer = CustomerID(id, channel: file.case.conversation.channel)
        let found = try await visit.parts.store.cases(of: customer, but: file.case.number, most: Self.mostShown + 1)
        guard !found.isEmpty else {
            view = nil
            return
        }
        let wording = visit.wording
        view = [
            "count": found.count > Self.mostShown ? "\(Self.mostShown)+" : "\(found.count)",
            "cases": found.prefix(Self.mostShown).map { item -> [String: Any] in
                [
                    "address": Address.case(item.case.number), "number": item.case.number, "status": wording.status(item.case.status),
                    "isWaiting": item.case.status == .waiting, "intent": item.case.intent.map { wording.intent($0) as Any } ?? false,
                    "text": VisibleText.line(item.text, most: 120), "machine": wording.machine(item.receivedAt),
                    "moment": wording.moment(item.receivedAt, now: visit.now),
                ]
            },
        ]
    }
}

extension CaseFile {
    /// Who wrote last, by name or not.
    var customer: Message.Author? { messages.last { $0.author != nil }?.author }
}
