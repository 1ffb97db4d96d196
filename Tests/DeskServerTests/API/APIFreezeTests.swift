import Desk
import DeskServer
import Foundation
import Peers
import SQLiteStore
import Support
import Testing

@Suite("Freezes by the API", .timeLimit(.minutes(10)))
struct APIFreezeTests {
    private static let crisis = #"{"reason":"Rumeur. mot de passe: Soleil"}"#

    @Test("the desk is frozen and thawed, by name and with a reason, and what a person approved waits meanwhile")
    func desk() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            #expect(await house.api("GET", "/freezes", token)?.list("freezes").isEmpty == true)
            try await house.send("m1", token)
            let frozen = try #require(await house.api("PUT", "/freezes/desk", token, json: Self.crisis))
            #expect(frozen.status == 201, "\(frozen.body)")
            let freeze = try #require(frozen.list("freezes").first)
            #expect(freeze["scope"] as? String == "desk" && freeze["channel"] is NSNull && freeze["stops"] as? String == "everything")
            #expect(freeze["by"] as? String == "shop" && freeze["at"] as? String == house.clock.now.utc)
            #expect((freeze["reason"] as? String)?.hasPrefix("Rumeur.") == true && !frozen.body.contains("Soleil"))
            // Again it changes nothing: the first freeze stands.
            let other = try await house.token(name: "other")
            let again = try #require(
                await house.api("PUT", "/freezes/desk", other, json: #"{"reason":"encore","stops":"unreviewed"}"#))
            #expect(again.status == 200 && again.list("freezes").first?["by"] as? String == "shop")
            #expect(
                await house.api("POST", "/cases/1/draft/approval", token, [("if-match", "\"1\"")], json: #"{"accept_findings":true}"#)?
                    .status == 200)
            house.clock.advance(seconds: 60)
            let claim = DeliveryClaim(most: 10, mostPerAccount: 10, worker: "w", seconds: 60)
            #expect(try await house.store.claim(claim, now: house.clock.now).isEmpty)
            let thawed = try #require(await house.api("DELETE", "/freezes/desk", token))
            #expect(thawed.status == 200 && thawed.list("freezes").isEmpty)
            #expect(try await house.store.claim(claim, now: house.clock.now).count == 1)
            #expect(await house.api("DELETE", "/freezes/desk", token)?.problem == "not-found")
            let rows = try await house.store.audit(after: 0, most: 50).filter { [.frozen, .thawed].contains($0.action) }
            #expect(rows.map(\.actor) == ["shop", "shop"] && rows.allSatisfy { $0.subject == "desk" })
            #expect(!house.log.text.contains("Rumeur"))
        }
    }

    @Test("an account is frozen by its name in the settings, wherever its replies leave, or as deliveries name it")
    func accounts() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            let mail = try #require(await house.api("PUT", "/freezes/accounts/mailgun/mail", token, json: #"{"reason":"panne"}"#))
            #expect(mail.status == 201 && mail.list("freezes").map { $0["channel"] as? String } == ["email"])
            #expect(mail.list("freezes").map { $0["account"] as? String } == ["mail"])
            let page = try #require(
                await house.api("PUT", "/freezes/accounts/meta/page", token, json: #"{"reason":"panne","stops":"unreviewed"}"#))
            #expect(page.list("freezes").map { $0["channel"] as? String } == ["messenger", "instagram", "facebook"])
            #expect(page.list("freezes").allSatisfy { $0["account"] as? String == "777" && $0["stops"] as? String == "unreviewed" })
            let freezes = try await house.store.freezes()
            #expect(freezes.holds(ChannelAccount(channel: "email", account: "mail")))
            #expect(freezes.stopsUnreviewed(ChannelAccount(channel: "messenger", account: "777")))
            #expect(!freezes.stopsUnreviewed(ChannelAccount(channel: "telegram", account: "bot")))
            #expect(await house.api("DELETE", "/freezes/accounts/email/mail", token)?.list("freezes").count == 3)
            #expect(await house.api("DELETE", "/freezes/accounts/instagram/777", token)?.list("freezes").count == 2)
            #expect(await house.api("DELETE", "/freezes/accounts/meta/page", token)?.list("freezes").isEmpty == true)
            for path in ["telegram/none", "fax/one", "messenger/778", "%ff/x", "email/a%00", "email/" + String(repeating: "x", count: 300)]
            {
                #expect(await house.api("PUT", "/freezes/accounts/\(path)", token, json: #"{"reason":"x"}"#)?.problem == "not-found")
                #expect(await house.api("DELETE", "/freezes/accounts/\(path)", token)?.problem == "not-found")
            }
            // Frozen elsewhere under a name that the settings do not have: it can be thawed here.
            try await house.store.freeze(
                Freeze(by: "ada", at: house.clock.now, reason: "x", door: ChannelAccount(channel: "fax", account: "one")))
            #expect(await house.api("DELETE", "/freezes/accounts/fax/one", token)?.status == 200)
        }
    }

    @Test("alarms that stand are listed beside what is frozen, with their figures, and ended by their number, once, by a reviewer")
    func alarms() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            #expect(await house.api("GET", "/freezes", token)?.list("alarms").isEmpty == true)
            let topic = ComplaintTopic("track_order", at: ChannelAccount(channel: "instagram", account: "shop"))
            let alarm = Alarm(
                topic, authors: 12, usual: 1.34, window: 3600, at: house.clock.now, title: "suivi de commande", isFrench: true)
            try await house.store.ring(alarm, after: nil)
            let listed = try #require(await house.api("GET", "/freezes", token))
            let shown = try #require(listed.list("alarms").first)
            #expect(shown["id"] as? Int == 1 && shown["intent"] as? String == "track_order" && shown["authors"] as? Int == 12)
            #expect(shown["channel"] as? String == "instagram" && shown["account"] as? String == "shop")
            #expect(shown["usual"] as? Double == 1.34 && shown["window_seconds"] as? Int == 3600)
            #expect(shown["at"] as? String == house.clock.now.utc && shown["reason"] as? String == alarm.words)
            #expect(listed.list("freezes").first?["by"] as? String == "alarm")
            let reader = try await house.token(name: "reader", role: .reader)
            #expect(await house.api("DELETE", "/alarms/1", reader)?.problem == "role-needed")
            let ended = try #require(await house.api("DELETE", "/alarms/1", token))
            #expect(ended.status == 200 && ended.list("alarms").isEmpty && ended.list("freezes").count == 1)
            for path in ["1", "2", "0", "x", "99999999999999999999"] {
                #expect(await house.api("DELETE", "/alarms/\(path)", token)?.problem == "not-found", "\(path)")
            }
            let row = try await house.store.audit(after: 0, most: 50).last { $0.action == .alarmEnded }
            #expect(row?.actor == "shop" && row?.subject == "account/instagram/shop")
        }
    }

    @Test("without a reason, with one too long, or with a reach that is none, nothing is frozen; nor by a reader")
    func refused() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            let long = String(repeating: "é", count: 2049)
            for (json, pointer) in [
                ("{}", "/reason"), (#"{"reason":" "}"#, "/reason"), (#"{"reason":"\#(long)"}"#, "/reason"),
                (#"{"reason":"x","stops":"all"}"#, "/stops"), (#"{"reason":"x","stops":7}"#, "/stops"),
                (#"{"reason":"x","until":"demain"}"#, "/until"),
            ] {
                let reply = try #require(await house.api("PUT", "/freezes/desk", token, json: json))
                #expect(reply.status == 422 && reply.list("errors").map { $0["pointer"] as? String } == [pointer], "\(reply.body)")
            }
            #expect(await house.api("PUT", "/freezes/desk", token)?.status == 415)
            let reader = try await house.token(name: "reader", role: .reader)
            #expect(await house.api("PUT", "/freezes/desk", reader, json: Self.crisis)?.problem == "role-needed")
            #expect(await house.api("DELETE", "/freezes/desk", reader)?.problem == "role-needed")
            #expect(try await house.store.freezes().isEmpty)
        }
    }
}
