import Desk

/// The applications that Meta calls for a Page, as `GET /{page-id}/subscribed_apps` lists them:
///
///     {"data": [{"id": "…", "name": "…", "subscribed_fields": ["feed", "messages"]}]}
///
/// Where one of them is among the account's own ids, it alone counts; else any may be ours, as no answer says which is.
struct GraphApplications {
    private let answer: OutgoingAnswer
    private let page: String
    private let wanted: [String]
    private let own: [String]

    init(_ answer: OutgoingAnswer, page: String, wanted: [String], own: [String]) {
        self.answer = answer
        self.page = page
        self.wanted = wanted
        self.own = own
    }

    var finding: SubscriptionFinding {
        let json = answer.json
        guard json?["error"] == nil, (200..<300).contains(answer.status) else { return refusal }
        guard let list = json?["data"], list.isArray else {
            return SubscriptionFinding(.unknown, cause: "HTTP \(answer.status) without a readable answer")
        }
        let applications = list.elements.filter(\.isObject)
        let known = applications.filter { $0["id"]?.identifier.map(own.contains) ?? false }
        let missing = (known.isEmpty ? applications : known).map(lack).min { $0.count < $1.count } ?? wanted
        if missing.isEmpty { return SubscriptionFinding(.subscribed, cause: "Meta calls for Page \(page)") }
        if missing.count == wanted.count {
            let cause = applications.isEmpty ? "no application is subscribed" : "no application is subscribed to what is wanted"
            return SubscriptionFinding(.missing, cause: "\(cause) for Page \(page): Meta calls for nothing", remedy: remedy)
        }
        return SubscriptionFinding(
            .incomplete, cause: "Page \(page) is subscribed without \(missing.joined(separator: ", "))",
            remedy: remedy + ", or list what is wanted under “subscribed_fields”")
    }

    /// What is wanted and not on the application's list.
    private func lack(of application: JSONNode) -> [String] {
        let fields = Set((application["subscribed_fields"]?.elements ?? []).compactMap(\.string))
        return wanted.filter { !fields.contains($0) }
    }

    private var remedy: String {
        "mend what calls failed of, then POST /\(page)/subscribed_apps?subscribed_fields=\(wanted.joined(separator: ","))"
    }

    /// What an answer without a list means, read as for any call of the interface.
    private var refusal: SubscriptionFinding {
        switch GraphAnswer(answer).outcome {
        case .paused(let cause):
            SubscriptionFinding(
                .refused, cause: "the token may not ask about Page \(page): \(cause)",
                remedy: "put a Page token with pages_manage_metadata and pages_show_list where “token” says, and start the server again")
        // The object is there and has no such list.
        case .refused("100", _): SubscriptionFinding(.notApplicable, cause: "\(page) is no Page")
        case .refused("100/33", _):
            SubscriptionFinding(
                .refused, cause: "\(page) does not exist, or the token does not reach it (100/33)",
                remedy: "correct the id under “identities”, or put the Page’s own token where “token” says")
        case .refused(let code, _): SubscriptionFinding(.unknown, cause: "refused (\(code))")
        case .retry(_, let cause), .unknown(let cause): SubscriptionFinding(.unknown, cause: cause)
        case .sent: SubscriptionFinding(.unknown, cause: "HTTP \(answer.status) without a readable answer")
        }
    }
}
