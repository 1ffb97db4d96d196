import Desk
import Testing

@testable import Channels

/// What holds for every platform, whatever its ways.
@Suite("Every channel")
struct ChannelConformanceTests {
    private func adapter(_ route: String, secrets: [Secret] = [Secret("bGEgdGjDqWnDqHJl")]) throws -> any ChannelAdapter {
        let account = PlatformAccount(
            route: route, name: "marque", secrets: secrets, token: Secret("jetonjet"), apiBase: "https://api.example/base/",
            publicURL: "https://boutique.example/webhooks/x", identities: ["880017"],
            sender: PlatformAccount.Sender(address: "support@marque.example"))
        return try #require(try ChannelDirectory([account]).adapter(route: route, name: "marque"))
    }

    private func sample(_ adapter: any ChannelAdapter) throws -> InboundRequest {
        try #require(ChannelSample.request(for: adapter.account, id: "essai-1", now: Sample.now))
    }

    /// A reply to the sample, as the desk would hand it over.
    private func reply(to adapter: any ChannelAdapter, _ text: String = "Bonjour, c’est bien noté, merci.", until: Instant? = nil) throws
        -> OutgoingReply
    {
        let message = try #require(try adapter.parse(sample(adapter)).first?.message)
        return Sample.reply(
            text, channel: message.channel ?? "", account: message.account, conversation: message.conversation ?? "", inReplyTo: message.id,
            visibility: message.visibility, until: until)
    }

    @Test(
        "a request is believed only whole: unsigned, with another body, or of another account it is refused",
        arguments: ChannelDirectory.routes)
    func verification(_ route: String) throws {
        let adapter = try adapter(route)
        let sample = try sample(adapter)
        #expect(try adapter.verify(sample, now: Sample.now).secret == 0)
        #expect(adapter.handshake(sample) == nil)
        let unsigned = InboundRequest(headers: HeaderList([("content-type", sample.headers["content-type"] ?? "")]), body: sample.body)
        if route != "mailgun" { #expect(throws: SignatureRejection.missing) { try adapter.verify(unsigned, now: Sample.now) } }
        let other = try self.adapter(route, secrets: [Secret("YXV0cmUgc2VjcmV0IGljaQ==")])
        #expect(throws: SignatureRejection.mismatch) { try other.verify(sample, now: Sample.now) }
        for secrets in [[], [Secret("")]] {
            #expect(throws: SignatureRejection.misconfigured) { try self.adapter(route, secrets: secrets).verify(sample, now: Sample.now) }
        }
        let rotated = try self.adapter(route, secrets: [Secret("YXV0cmUgc2VjcmV0IGljaQ=="), Secret("bGEgdGjDqWnDqHJl")])
        #expect(try rotated.verify(sample, now: Sample.now).secret == 1)
    }

    @Test("an empty object and one of tomorrow are read, and give no message", arguments: ChannelDirectory.routes)
    func unknown(_ route: String) throws {
        let adapter = try adapter(route)
        let isForm = route == "mailgun" || route == "twilio"
        let type = [("content-type", isForm ? "application/x-www-form-urlencoded" : "application/json")]
        for body in isForm ? ["", "a=b"] : ["{}", #"{"demain":[{"type":1}],"object":"x","entry":[{}],"items":[{}],"events":[{}]}"#] {
            let events = try adapter.parse(InboundRequest(headers: HeaderList(type), body: Array(body.utf8)))
            #expect(events.compactMap(\.message).isEmpty)
        }
    }

    @Test(
        "what a desk was told is enough to answer: the sample’s reply has an address below the account’s own",
        arguments: ChannelDirectory.routes)
    func reply(_ route: String) throws {
        let adapter = try adapter(route)
        let reply = try reply(to: adapter)
        #expect(type(of: adapter).channels.contains(reply.channel))
        let request = try adapter.plan(reply, now: Sample.now)
        #expect(request.url.hasPrefix("https://api.example/base"))
        #expect(!request.url.dropFirst(8).contains("//"))
        #expect(request.isIdempotent == (route == "standard"))
        for header in request.headers where header.value.contains("jeton") || header.value.contains("Basic") { #expect(header.isSecret) }
    }

    @Test("nothing empty leaves, and nothing after the window", arguments: ChannelDirectory.routes)
    func refusals(_ route: String) throws {
        let adapter = try adapter(route)
        let empty = try reply(to: adapter, " \u{A0}\n")
        #expect(throws: ReplyRefusal.empty) { try adapter.plan(empty, now: Sample.now) }
        let past = Instant(seconds: Sample.now.seconds - 1)
        let late = try reply(to: adapter, until: past)
        #expect(throws: ReplyRefusal.windowClosed(at: past)) { try adapter.plan(late, now: Sample.now) }
    }

    @Test(
        "a reply that might have arrived is never taken for one that has not, nor the other way round", arguments: ChannelDirectory.routes,
        [302, 401, 429, 502, 503, 504])
    func answers(_ route: String, _ status: Int) throws {
        let outcome = try adapter(route).classify(OutgoingAnswer(status: status, headers: ["retry-after": "9"], body: Array("<html>".utf8)))
        switch (status, outcome) {
        case (302, .refused), (401, .paused), (429, .retry(9, _)), (503, .retry(9, _)): break
        case (502, .unknown), (504, .unknown): #expect(route != "standard")
        case (502, .retry), (504, .retry): #expect(route == "standard")
        default: Issue.record("\(route) \(status): \(outcome)")
        }
    }

    @Test("a failure of the platform's own, in its own words, does not say that nothing was done", arguments: ChannelDirectory.routes)
    func wordyFailures(_ route: String) throws {
        let adapter = try adapter(route)
        for status in [500, 502, 504, 599] {
            let body =
                #"{"code":5,"error":"x","errors":["x"],"message":"x","ErrorCode":5,"Message":"x","ok":false,"error_code":\#(status)}"#
            let outcome = adapter.classify(OutgoingAnswer(status: status, headers: ["retry-after": "9"], body: Array(body.utf8)))
            switch outcome {
            case .unknown: #expect(route != "standard")
            case .retry: #expect(route == "standard")
            default: Issue.record("\(route) \(status): \(outcome)")
            }
        }
    }

    @Test("a success nobody can read is for a person, but where there is nothing to read", arguments: ChannelDirectory.routes)
    func unreadable(_ route: String) throws {
        let outcome = try adapter(route).classify(OutgoingAnswer(status: 200, body: Array("<html>".utf8)))
        switch outcome {
        case .unknown: #expect(route != "standard" && route != "trustpilot")
        case .sent(let ids): #expect(ids.isEmpty && (route == "standard" || route == "trustpilot"))
        default: Issue.record("\(route): \(outcome)")
        }
    }

    @Test("every platform gets the 2xx it expects", arguments: ChannelDirectory.routes)
    func acknowledgement(_ route: String) throws { #expect(try adapter(route).acknowledgement.status == 200) }
}
