import Desk
import HTTPTypes

extension DeliveryResource {
    static let listing = RouteDescription(
        method: .get, path: root, id: "listDeliveries", summary: "Approved replies on their way",
        details: "By number. Without “state”, those that are not done.", tag: .deliveries, scope: .readDeliveries,
        parameters: [
            .init(
                name: "state", place: .query, schema: Schema.array(Schema.choice(DeliveryState.Kind.self)),
                details: "Only deliveries in this state; may be given several times.", example: .strings(["sent"])), .limit, .cursor,
            .known,
        ], answers: [.list("deliveries", of: "Delivery", "A page of deliveries."), .same])

    static let reading = RouteDescription(
        method: .get, path: item, id: "getDelivery", summary: "One delivery", tag: .deliveries, scope: .readDeliveries,
        parameters: [.deliveryNumber, .known], answers: [.shown("Delivery", "The delivery."), .same])

    static let retrying = decision(
        "/retry", "retryDelivery", "Send a delivery on its way again",
        """
        For three days more. One that is “unknown” may have arrived: the customer would then get it twice. Refused where the conversation \
        has moved on: a newer message or text, a colleague who leads it, a closed case.
        """)

    static let dropping = decision("/drop", "dropDelivery", "Give a delivery up", "Its case waits again.")

    static let confirming = decision(
        "/confirmation", "confirmDelivery", "Take an unknown delivery for sent", "Because it has been seen at the platform.")

    private static func decision(_ path: String, _ id: String, _ summary: String, _ details: String) -> RouteDescription {
        RouteDescription(
            method: .post, path: item + path, id: id, summary: summary, details: details, tag: .deliveries, scope: .writeDeliveries,
            parameters: [.deliveryNumber],
            answers: [.init(status: 200, details: "The delivery as it has become.", schema: Schema.reference("Delivery"))],
            problems: [.notNow])
    }
}
