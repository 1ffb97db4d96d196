import Desk

/// A reply that did not arrive, or may have: what is known of it, and what a person may decide.
struct DeliveryView {
    let view: [String: Any]

    init?(_ visit: Visit, _ file: CaseFile) {
        guard let delivery = file.openDelivery else { return nil }
        let wording = visit.wording
        let mayAct = visit.colleague.role >= .reviewer
        view = [
            "delivery": delivery.id, "words": wording.ending(delivery.state),
            "cause": wording.cause(delivery.state).map { $0 as Any } ?? false, "mayAct": mayAct,
            "mayConfirm": delivery.state.kind == .unknown,
            "mayRetry": file.case.fall(ofRetrying: delivery.draftID) == nil,
        ]
    }
}
