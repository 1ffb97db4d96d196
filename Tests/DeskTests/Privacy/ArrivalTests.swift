import Desk
import IntentEngine
import IntentFiles
import Support
import Testing

@Suite("A message on its way into the store")
struct ArrivalTests {
    private func arrival(_ text: String, _ fields: String = "") throws -> Arrival {
        let folder = try TemporaryFolder(SampleRules.files)
        let loaded = RulebookLoader.load(folder.path)
        #expect(loaded.findings.isEmpty)
        var desk = loaded.makeDesk()
        var used = UsedTexts()
        let json = Array("{\"id\":\"m1\",\"channel\":\"x\",\"account\":\"shop\"\(fields),\"text\":\"\(text)\"}".utf8)
        let reading = try #require(try json.withUnsafeBufferPointer { try MessageReader().read($0, number: 1) })
        return desk.arrival(of: reading, used: &used, at: Sample.start, delivery: "d1")
    }

    @Test("carries the decision, its line and what the desk needs of the rules")
    func whole() throws {
        let arrival = try arrival("Où est ma commande FR-48213 ?")
        #expect(arrival.intent == "track_order" && arrival.language == .french && !arrival.isSensitive)
        #expect(arrival.message.account == "shop" && arrival.receivedAt == Sample.start && arrival.delivery == "d1")
        #expect(arrival.decision.disposition == .draft && arrival.decision.due != nil)
        let line = String(decoding: arrival.line, as: UTF8.self)
        #expect(line.hasPrefix("{\"id\":\"m1\"") && line.hasSuffix("\"rulebook\":\"\(arrival.rulebook)\"}\n"))
        #expect(line.contains("\"value\":\"FR-48213\""))
    }

    @Test("was sent when it came in at the latest")
    func sentAt() throws {
        #expect(try arrival("Bonjour").message.sentAt == Sample.start)
        #expect(try arrival("Bonjour", #","sent_at":"9999-12-31T23:59:59Z""#).message.sentAt == Sample.start)
        let early = try arrival("Où est ma commande ?", #","sent_at":"2020-03-02T08:00:00Z""#)
        #expect(early.message.sentAt == Instant(rfc3339: "2020-03-02T08:00:00Z"))
        #expect(early.decision.due?.utc.hasPrefix("2020-03-02") == true)
    }

    @Test("holds no secret, neither in the text nor in the decision's evidence and values")
    func masked() throws {
        let arrival = try arrival("Où est ma commande ? carte 4111 1111 1111 1111, IBAN FR7630006000011234567890189, mdp: Soleil12")
        let line = String(decoding: arrival.line, as: UTF8.self)
        for kept in [line, arrival.message.text, arrival.decision.draft?.text ?? "", arrival.decision.reasons.joined()] {
            #expect(!kept.contains("4111") && !kept.contains("30006000") && !kept.contains("Soleil"))
        }
        #expect(arrival.message.text.contains("**** **** **** 1111"))
        #expect(arrival.intent == "track_order")
    }

    @Test(
        "nothing of a masked number is taken for an order's, in the values or in the reply",
        arguments: ["4111  1111  1111  1111", "CB4111111111111111", "4111/1111/1111/1111", "IBANFR7630006000011234567890189"])
    func unquoted(_ number: String) throws {
        let arrival = try arrival("Où est ma commande \(number) ?")
        let line = String(decoding: arrival.line, as: UTF8.self)
        for kept in [line, arrival.decision.draft?.text ?? "", arrival.decision.reasons.joined()] {
            #expect(!kept.contains("4111") && !kept.contains("1111111") && !kept.contains("30006000"))
        }
        #expect(arrival.intent == "track_order" && arrival.decision.draft != nil)
    }

    @Test("an account is read, and is “default” where none is given")
    func account() throws {
        let json = Array("{\"text\":\"x\"}".utf8)
        let reading = try #require(try json.withUnsafeBufferPointer { try MessageReader().read($0, number: 7) })
        #expect(reading.message.account == "default" && !reading.hasID)
        let named = reading.named("run\"-7")
        #expect(named.message.id == "run\"-7" && named.idJSON == "\"run\\\"-7\"" && named.hasID)
    }
}
