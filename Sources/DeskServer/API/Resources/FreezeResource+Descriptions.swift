import Desk
import HTTPTypes

extension FreezeResource {
    static let listing = RouteDescription(
        method: .get, path: root, id: "listFreezes", summary: "What is frozen, and the alarms that stand", details: "Oldest first.",
        tag: .freezes, scope: .readFreezes, parameters: [.known],
        answers: [
            .init(status: 200, details: "What is frozen, and the alarms.", schema: AlarmResource.standing, headers: ["ETag"]), .same,
        ])

    static let freezingDesk = freezing(
        desk, "freezeDesk", "Stop replies from leaving",
        "From its answer on no reply leaves, by any process: what leaves unreviewed waits for a person instead, and what people "
            + "approve waits until the desk is thawed. What is at this moment on the wire arrives. Again, it changes nothing, unless it "
            + "stops more.")

    static let freezingAccount = freezing(
        account, "freezeAccount", "Stop the replies of one account",
        "By the name that the settings give it, or as deliveries name it.", parameters: [.channelName, .accountName])

    static let thawingDesk = thawing(desk, "thawDesk", "Let replies leave again", "Accounts that are frozen for themselves stay so.")

    static let thawingAccount = thawing(
        account, "thawAccount", "Let the replies of one account leave again", "They stay where the desk is frozen.",
        parameters: [.channelName, .accountName])

    private static func freezing(
        _ path: String, _ id: String, _ summary: String, _ details: String, parameters: [RouteDescription.Parameter] = []
    ) -> RouteDescription {
        RouteDescription(
            method: .put, path: path, id: id, summary: summary, details: details, tag: .freezes, scope: .writeFreezes,
            parameters: parameters,
            body: .init(
                schema: Schema.object(
                    ["reason": Schema.words, "stops": Schema.optional(Schema.choice(Freeze.Reach.self))], optional: ["stops"],
                    isClosed: true),
                example: .object(["reason": .string("Rumeur sur un produit."), "stops": .string("everything")])),
            answers: [shown(201, "Frozen from here on."), shown(200, "It was frozen before; that freeze stands.")])
    }

    private static func thawing(
        _ path: String, _ id: String, _ summary: String, _ details: String, parameters: [RouteDescription.Parameter] = []
    ) -> RouteDescription {
        RouteDescription(
            method: .delete, path: path, id: id, summary: summary, details: details, tag: .freezes, scope: .writeFreezes,
            parameters: parameters, answers: [shown(200, "What is still frozen.")], problems: [.notFound])
    }

    private static func shown(_ status: Int, _ details: String, headers: [String] = []) -> RouteDescription.Answer {
        .init(
            status: status, details: details, schema: Schema.object(["freezes": Schema.array(Schema.reference("Freeze"))]),
            headers: headers)
    }
}
