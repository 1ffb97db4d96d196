public import Desk

/// Whether Meta still calls: after about an hour of failures the Messenger Platform takes a Page off an application's webhook
/// and says so to nobody here (Meta's reference, Page Subscribed Apps, and its Messenger webhooks).
///
/// Pages alone are asked about, `GET /{page-id}/subscribed_apps`. An Instagram account behind a Page is heard by the Page's
/// subscription, so that the Page's answer is its own; Instagram's other login (`graph.instagram.com`) documents how to
/// subscribe and not how to ask. Ids of Instagram accounts and of the application stand among the identities too: Meta says that
/// they have no such thing, and nothing follows from it. WhatsApp has no such check at all: it goes on calling for seven days,
/// and its own `subscribed_apps` is asked by the business account's id, which no setting and no event of ours names.
extension MetaAdapter {
    /// Comments, messages, and what colleagues answer on the platform itself.
    static let subscribedFields = ["feed", "messages", "message_echoes"]

    /// Ids asked about, of one account.
    private static let mostChecks = 50

    public func subscriptionChecks() throws(ReplyRefusal) -> [SubscriptionCheck] {
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
