import Desk
import Foundation
import Testing

@testable import Channels

/// Bodies nobody would send. `COURTOIS_FUZZ_BODIES` sets how many for each parser; `COURTOIS_FUZZ_SEED` which.
@Suite("Mutated bodies", .serialized)
struct ParserFuzzTests {
    private static func setting(_ name: String, _ otherwise: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? otherwise
    }

    static let bodies = setting("COURTOIS_FUZZ_BODIES", 2000)

    @Test("of any body a parser makes bounded events or a failure, twice the same", arguments: ChannelDirectory.routes)
    func parsers(_ route: String) throws {
        let account = PlatformAccount(
            route: route, name: "marque", secrets: [Secret("un-secret")], verifyTokens: [Secret("un-jeton")], identities: ["2200", "UBOT"])
        let adapter = try #require(try ChannelDirectory([account]).adapter(route: route, name: "marque"))
        let seeds = Seeds.requests(route)
        try #require(!seeds.isEmpty)
        for seed in seeds { #expect(try !adapter.parse(seed).isEmpty) }
        var mutator = Mutator(seed: UInt64(Self.setting("COURTOIS_FUZZ_SEED", 17)))
        var read = 0
        var messages = 0
        for number in 0..<Self.bodies {
            let seed = seeds[mutator.below(seeds.count)]
            let body = mutator.mutate(seed.body, with: seeds[mutator.below(seeds.count)].body)
            let request = InboundRequest(query: String(decoding: body.prefix(64), as: UTF8.self), headers: seed.headers, body: body)
            _ = adapter.handshake(request)
            _ = try? adapter.verify(request, now: Sample.now)
            check(adapter.classify(OutgoingAnswer(status: [200, 400, 429, 500][mutator.below(4)], body: body)))
            guard let events = try? adapter.parse(request) else { continue }
            read += 1
            for event in events {
                check(event)
                if event.message != nil { messages += 1 }
            }
            if number.isMultiple(of: 16) { #expect(try adapter.parse(request) == events) }
        }
        #expect(read > Self.bodies / 10)
        #expect(messages > 0)
    }

    @Test("of any answer about a subscription a finding is made, bounded, twice the same, and without a word of the answer")
    func subscriptions() throws {
        let account = PlatformAccount(route: "meta", name: "marque", token: Secret("EAAjeton"), identities: ["2200", "880017"])
        let adapter = MetaAdapter(account)
        let question = try #require(try adapter.subscriptionChecks().first)
        let seeds = Seeds.subscriptions.map { Array($0.utf8) }
        var mutator = Mutator(seed: UInt64(Self.setting("COURTOIS_FUZZ_SEED", 17)))
        var states: [SubscriptionFinding.State: Int] = [:]
        for number in 0..<Self.bodies {
            let body = mutator.mutate(seeds[mutator.below(seeds.count)], with: seeds[mutator.below(seeds.count)])
            let answer = OutgoingAnswer(
                status: [200, 200, 200, 400, 401, 500][mutator.below(6)], body: body, isCut: number.isMultiple(of: 97))
            let finding = adapter.subscription(in: answer, to: question)
            states[finding.state, default: 0] += 1
            let words = finding.cause + finding.remedy
            if words.utf8.count > 400 || words.contains("Canari") || words.contains("EAAjeton") { Issue.record("words out of bounds") }
            if number.isMultiple(of: 16) { #expect(adapter.subscription(in: answer, to: question) == finding) }
        }
        #expect(states.keys.count == SubscriptionFinding.State.allCases.count, "\(states)")
        for text in ["[", "{\"data\":[", "{\"error\":{\"a\":"] {
            let deep = Array(String(repeating: text, count: 100_000).utf8)
            #expect(adapter.subscription(in: OutgoingAnswer(status: 200, body: deep), to: question).state == .unknown)
        }
        let many = "{\"data\":[" + String(repeating: "{},", count: 30_000) + "{}]}"
        #expect(adapter.subscription(in: OutgoingAnswer(status: 200, body: Array(many.utf8)), to: question).state == .unknown)
    }

    private func check(_ outcome: DeliveryOutcome) {
        if case .retry(let wait?, _) = outcome, !(0...86_400).contains(wait) { Issue.record("a wait out of bounds") }
        if case .refused(let code, let words) = outcome, code.utf8.count > 64 || words.unicodeScalars.count > 200 {
            Issue.record("words out of bounds")
        }
    }

    private func check(_ event: InboundEvent) {
        let isBounded =
            event.text.utf8.count <= InboundEvent.longestText && !event.text.utf8.contains(0) && Identifier.checked(event.id) != nil
            && event.id.utf8.count <= 512 && event.type.utf8.count <= 64 && event.conversation.utf8.count <= 1024
            && event.account.utf8.count <= 512 && (event.author.name?.unicodeScalars.count ?? 0) <= 256 && event.attachments.count <= 50
            && [event.sentAt, event.replyUntil].allSatisfy { $0.map { abs($0.seconds) < 1 << 40 } ?? true }
            && (event.rating.map { (1...5).contains($0) } ?? true)
        if !isBounded { Issue.record("an event out of bounds: \(event.channel) \(event.kind.label)") }
        if let message = event.message, event.author.role != .customer || message.id != event.id { Issue.record("a message of nobody") }
    }

    @Test(
        "deep nesting and huge bodies are refused at once by every parser of JSON", .timeLimit(.minutes(10)),
        arguments: ChannelDirectory.routes)
    func huge(_ route: String) throws {
        guard route != "mailgun", route != "twilio" else { return }
        let adapter = try #require(
            try ChannelDirectory([PlatformAccount(route: route, name: "marque")]).adapter(route: route, name: "marque"))
        for text in ["[", "{\"a\":", "{\"events\":[", "{\"entry\":[{\"changes\":"] {
            let body = String(repeating: text, count: 100_000)
            #expect(throws: ParseFailure.tooDeep) { try adapter.parse(Sample.request(body)) }
        }
        let many = "[" + String(repeating: "0,", count: 300_000) + "0]"
        #expect(throws: ParseFailure.tooManyValues) { try adapter.parse(Sample.request(many)) }
        let large = InboundRequest(body: [UInt8](repeating: 0x20, count: adapter.largestBody + 1))
        #expect(throws: ParseFailure.tooLarge) { try adapter.parse(large) }
        #expect(throws: ParseFailure.notUTF8) {
            try adapter.parse(InboundRequest(body: Array("{\"a\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8)))
        }
    }

    @Test("bodies made to be slow are read in time in proportion to their size", .timeLimit(.minutes(10)))
    func slow() throws {
        let directory = try ChannelDirectory(ChannelDirectory.routes.map { PlatformAccount(route: $0, name: "marque") })
        let contact = #"{"wa_id":"1","profile":{}}"#
        let message = #"{"from":"2","id":"a","type":"text","text":{"body":"b"}}"#
        let contacts = Array(repeating: contact, count: 12_000).joined(separator: ",")
        let messages = Array(repeating: message, count: 12_000).joined(separator: ",")
        let value =
            #"{"object":"w","entry":[{"changes":[{"field":"messages","value":{"contacts":[\#(contacts)],"messages":[\#(messages)]}}]}]}"#
        #expect(try directory.adapter(route: "whatsapp", name: "marque")?.parse(Sample.request(value)).count == 12_000)
        for fragment in ["<", "<a", "<script>", "&", "&amp", "<br>", "</script", "<!--"] {
            let html = String(repeating: fragment, count: 100_000 / fragment.count)
            let body = #"{"FromFull":{"Email":"a@b.example"},"HtmlBody":"\#(html)","TextBody":""}"#
            #expect(try directory.adapter(route: "postmark", name: "marque")?.parse(Sample.request(body)).count == 1)
        }
        let mark = "--" + String(repeating: "-", count: 68)
        let form = InboundRequest(
            headers: HeaderList([("Content-Type", "multipart/form-data; boundary=\(String(repeating: "-", count: 68))b")]),
            body: Array((mark + String(repeating: "-", count: 500_000)).utf8))
        #expect(throws: ParseFailure.malformed) { try directory.adapter(route: "mailgun", name: "marque")?.parse(form) }
    }
}
