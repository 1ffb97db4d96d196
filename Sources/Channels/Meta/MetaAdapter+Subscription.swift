public import Desk

/// Whether Meta still calls: after about an hour of failures the Messenger Platform takes a Page off an application's webhook
/// and says so to nobody here. Asked by `GET /{page-id}/subscribed_apps` with a Page token (Meta's reference, Page Subscribed Apps).
///
/// Pages alone are asked about. An Instagram account behind a Page is heard by the Page's subscription, to any field: there the
/// Page's answer is its own. For Instagram's own login (`graph.instagram.com`) Meta documents how to subscribe and not how to ask,
/// so nothing is asked. Ids of Instagram accounts and of the application stand among the identities too: of those Meta says that
/// they have no such list, and nothing follows from it.
extension MetaAdapter {
    /// Comments, messages, and what colleagues answer on the platform itself.
    static let subscribedFields = ["feed", "messages", "message_echoes"]

    /// Ids asked about, of one account.
    private static let mostChecks = 50

    public func subscriptionChecks() throws(ReplyRefusal) -> [SubscriptionCheck] {
        if let base = account.apiBase?.lowercased(), base.contains("//graph.instagram.com") { return [] }
        _ = try account.requiredToken()
        let ids = account.identities.filter { !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }
        guard !ids.isEmpty else { throw .notConfigured("identities") }
        var checks: [SubscriptionCheck] = []
        for id in ids.prefix(Self.mostChecks) {
            checks.append(SubscriptionCheck(subject: id, request: try question("/\(try ReplyGate.pathPart(id))/subscribed_apps")))
        }
        return checks
    }

    public func subscription(in answer: OutgoingAnswer, to check: SubscriptionCheck) -> SubscriptionFinding {
        let wanted = account.subscribedFields.isEmpty ? Self.subscribedFields : account.subscribedFields
        return GraphApplications(answer, page: check.subject, wanted: wanted, own: account.identities).finding
    }
}
