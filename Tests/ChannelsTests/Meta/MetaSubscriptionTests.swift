import Desk
import Testing

@testable import Channels

@Suite("Meta: whether it still calls")
struct MetaSubscriptionTests {
    private static func adapter(_ change: (inout PlatformAccount) -> Void = { _ in }) -> MetaAdapter {
        var account = PlatformAccount(
            route: "meta", name: "marque", token: Secret("EAAjeton"), apiBase: "https://graph.example/", identities: ["2200", "880017"])
        change(&account)
        return MetaAdapter(account)
    }

    private static func finding(
        _ body: String, status: Int = 200, headers: [String: String] = [:], _ change: (inout PlatformAccount) -> Void = { _ in }
    ) throws -> SubscriptionFinding {
        let adapter = adapter(change)
        let check = try #require(try adapter.subscriptionChecks().first)
        return adapter.subscription(in: OutgoingAnswer(status: status, headers: headers, body: Array(body.utf8)), to: check)
    }

    private static func listed(_ fields: String, id: String = "880017") -> String {
        #"{"data":[{"category":"Business","link":"https://a.example","name":"Réponses","id":"\#(id)","subscribed_fields":[\#(fields)]}],"paging":{}}"#
    }

    private static let all = #""feed","message_echoes","messages","name""#

    @Test("each of the account's ids is asked about, at its interface and version, with the token in a secret header alone")
    func requests() throws {
        let checks = try Self.adapter().subscriptionChecks()
        #expect(checks.map(\.subject) == ["2200", "880017"])
        let request = try #require(checks.first?.request)
        #expect((request.method, request.url, request.body) == ("GET", "https://graph.example/v26.0/2200/subscribed_apps", []))
        #expect(request.headers == [OutgoingRequest.Header("authorization", "Bearer EAAjeton", isSecret: true)])
        #expect(request.isIdempotent && !"\(request)".contains("EAAjeton"))
        let other = try Self.adapter {
            $0.apiBase = nil
            $0.apiVersion = "v27.0"
        }.subscriptionChecks()
        #expect(other.first?.request.url == "https://graph.facebook.com/v27.0/2200/subscribed_apps")
    }

    @Test("without a token or without a number among the identities nothing is asked, and the setting is named")
    func notConfigured() {
        #expect(throws: ReplyRefusal.notConfigured("token")) { try Self.adapter { $0.token = nil }.subscriptionChecks() }
        for identities in [[], ["", "ma-page", "../2200", "2200?fields=x"]] {
            #expect(throws: ReplyRefusal.notConfigured("identities")) {
                try Self.adapter { $0.identities = identities }.subscriptionChecks()
            }
        }
    }

    @Test("Instagram's own login is not asked what it does not document")
    func instagram() throws {
        #expect(try Self.adapter { $0.apiBase = "https://graph.instagram.com" }.subscriptionChecks().isEmpty)
    }

    @Test("hundreds of ids are not all asked about")
    func bounded() throws {
        #expect(try Self.adapter { $0.identities = (1...900).map(String.init) }.subscriptionChecks().count == 50)
    }

    @Test("an application that is called for everything wanted is subscribed")
    func subscribed() throws {
        #expect(try Self.finding(Self.listed(Self.all)).state == .subscribed)
        // Whatever the application is called, where its id is not known.
        #expect(try Self.finding(Self.listed(Self.all, id: "31")).state == .subscribed)
    }

    @Test(
        "an empty list, and an application without any wanted field, mean that nothing comes",
        arguments: [
            #"{"data":[]}"#, #"{"data":[],"paging":{}}"#, #"{"data":[{"id":"880017","name":"Réponses"}]}"#,
            listed(#""name","leadgen""#), #"{"data":[{"id":"880017","subscribed_fields":null},17,[]]}"#,
        ])
    func missing(_ body: String) throws {
        let finding = try Self.finding(body)
        #expect(finding.state == .missing && finding.state.needsPerson)
        #expect(
            finding.cause.contains("2200")
                && finding.remedy.contains("/2200/subscribed_apps?subscribed_fields=feed,messages,message_echoes"))
    }

    @Test("fields that are missing are named; those that the settings do not want are not missed")
    func incomplete() throws {
        let finding = try Self.finding(Self.listed(#""messages","message_echoes""#))
        #expect(finding.state == .incomplete && finding.cause == "Page 2200 is subscribed without feed")
        #expect(finding.remedy.contains("subscribed_fields"))
        #expect(try Self.finding(Self.listed(#""messages""#)) { $0.subscribedFields = ["messages"] }.state == .subscribed)
        #expect(try Self.finding(Self.listed(#""feed""#)) { $0.subscribedFields = ["messages"] }.state == .missing)
    }

    @Test("of several applications our own counts where its id is known, and none is put together of two")
    func several() throws {
        let one = #"{"id":"880017","subscribed_fields":["messages"]}"#
        let two = #"{"id":"31","subscribed_fields":["feed","messages","message_echoes"]}"#
        #expect(try Self.finding(#"{"data":[\#(two),\#(one)]}"#).state == .incomplete)
        #expect(try Self.finding(#"{"data":[\#(two),\#(one)]}"#) { $0.identities = ["2200"] }.state == .subscribed)
        let rest = #"{"id":"31","subscribed_fields":["feed","message_echoes"]}"#
        #expect(try Self.finding(#"{"data":[\#(rest),\#(one)]}"#) { $0.identities = ["2200"] }.state == .incomplete)
    }

    @Test(
        "a token that is refused is said to be, with the code and nothing of Meta's words",
        arguments: [
            (400, 190, 463), (401, 190, 0), (403, 10, 0), (403, 200, 0), (400, 210, 0), (400, 100, 33),
        ])
    func refused(_ status: Int, _ code: Int, _ subcode: Int) throws {
        let sub = subcode > 0 ? #","error_subcode":\#(subcode)"# : ""
        let finding = try Self.finding(
            #"{"error":{"message":"Session of EAAjeton expired","type":"OAuthException","code":\#(code)\#(sub),"fbtrace_id":"A"}}"#,
            status: status)
        #expect(finding.state == .refused)
        #expect(finding.cause.contains("\(code)") && !finding.cause.contains("Session") && !finding.remedy.isEmpty)
    }

    @Test("an id that is no Page is nothing to worry about")
    func noPage() throws {
        let finding = try Self.finding(
            #"{"error":{"message":"(#100) Tried accessing nonexisting field (subscribed_apps)","type":"OAuthException","code":100}}"#,
            status: 400)
        #expect(finding.state == .notApplicable && !finding.state.needsPerson)
    }

    @Test(
        "no answer, and one that says nothing, is no proof of anything",
        arguments: [
            (200, ""), (200, "<html>"), (200, "{}"), (200, #"{"data":{}}"#), (200, #"{"data":null}"#), (200, #"{"success":true,"id":"7"}"#),
            (302, ""), (404, "gone"), (429, ""), (500, "{"), (502, "<html>"), (503, ""),
            (400, #"{"error":{"code":80001,"message":"too many"}}"#), (500, #"{"error":{"code":2,"is_transient":true}}"#),
            (400, #"{"error":"no"}"#),
        ])
    func unknown(_ status: Int, _ body: String) throws {
        let finding = try Self.finding(body, status: status)
        #expect(finding.state == .unknown && !finding.cause.isEmpty, "\(finding)")
    }

    @Test("a list that was cut is not taken for one that lacks us")
    func cut() throws {
        let adapter = Self.adapter()
        let check = try #require(try adapter.subscriptionChecks().first)
        let answer = OutgoingAnswer(status: 200, headers: [:], body: Array(#"{"data":[{"id":"1""#.utf8), isCut: true)
        #expect(adapter.subscription(in: answer, to: check).state == .unknown)
    }

    @Test("other platforms have nothing to be asked", arguments: ChannelDirectory.routes.filter { $0 != "meta" })
    func others(_ route: String) throws {
        let account = PlatformAccount(route: route, name: "marque", token: Secret("jeton"), identities: ["2200"])
        let adapter = try #require(try ChannelDirectory([account]).adapter(route: route, name: "marque"))
        #expect(try adapter.subscriptionChecks().isEmpty)
        let check = SubscriptionCheck(subject: "2200", request: OutgoingRequest(url: "https://a.example", headers: [], body: []))
        #expect(adapter.subscription(in: OutgoingAnswer(status: 200), to: check).state == .notApplicable)
    }
}
