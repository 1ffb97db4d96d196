import Desk
import DeskServer
import Foundation
import Peers
import SQLiteStore
import Support
import Testing

@Suite("Messages by the API", .timeLimit(.minutes(10)))
struct APIMessageTests {
    @Test("a message is decided and kept in one step, with the decision the pipe would write, and can be read again")
    func kept() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            let json =
                #"{"id":"a/b é","text":"Où est ma commande FR-48213 ?","channel":"form","account":"shop","author":{"id":"u","name":"Zoé"}}"#
            let reply = try #require(await house.api("POST", "/messages", token, json: json))
            #expect(reply.status == 201 && reply.json["case"] as? Int == 1 && reply.json["is_new"] as? Bool == true, "\(reply.body)")
            let decision = try #require(reply.json["decision"] as? [String: Any])
            #expect(decision["disposition"] as? String == "draft" && decision["rulebook"] as? String == house.parts.shelf.hash)
            #expect((decision["reasons"] as? [String])?.first?.hasPrefix("Demande reconnue") == true)
            let location = try #require(reply.headers["location"])
            #expect(location == "/api/v1/messages/a%2Fb%20%C3%A9?channel=form&account=shop")
            let read = try #require(await house.api("GET", String(location.dropFirst("/api/v1".count)), token))
            #expect(read.status == 200 && read.json["id"] as? String == "a/b é" && read.json["case"] as? Int == 1)
            #expect(read.json["text"] as? String == "Où est ma commande FR-48213 ?" && read.json["name"] as? String == "Zoé")
            #expect(NSDictionary(dictionary: read.json["decision"] as? [String: Any] ?? [:]) == NSDictionary(dictionary: decision))
            #expect(await house.api("GET", "/messages/a%2Fb%20%C3%A9", token)?.problem == "not-found")
            #expect(await house.api("GET", "/messages/%ff", token)?.problem == "not-found")
            #expect(try await house.store.file(of: 1)?.case.conversation.channel == "form")
            #expect(!house.log.text.contains("FR-48213") && !house.log.text.contains("Zo"))
        }
    }

    @Test("the same message again gives the first decision and changes nothing; one without an id is new each time")
    func duplicates() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            let json = #"{"id":7,"text":"Où est ma commande ?","channel":"form"}"#
            let first = try #require(await house.api("POST", "/messages", token, json: json))
            let second = try #require(await house.api("POST", "/messages", token, json: json))
            #expect(first.status == 201 && second.status == 200 && second.json["is_new"] as? Bool == false)
            #expect((second.json["decision"] as? [String: Any])?["id"] as? Int == 7)
            for _ in 0..<2 { #expect(await house.api("POST", "/messages", token, json: #"{"text":"Merci"}"#)?.status == 201) }
            #expect(try await house.messages() == 3)
        }
    }

    @Test("card numbers are masked before anything is kept or answered")
    func masked() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            let reply = try #require(
                await house.api("POST", "/messages", token, json: #"{"id":"m","text":"Ma carte 4111 1111 1111 1111 est débitée"}"#))
            #expect(reply.status == 201 && !reply.body.contains("1111 1111"))
            #expect(await house.api("GET", "/messages/m", token)?.body.contains("1111 1111") == false)
        }
    }

    @Test(
        "what is no message is answered with where it is wrong",
        arguments: [
            ("[]", "invalid-body", ""), ("\"text\"", "invalid-body", ""), ("{}", "invalid-body", "/text"),
            (#"{"text":7}"#, "invalid-body", "/text"), (#"{"text":null}"#, "invalid-body", "/text"),
            (#"{"text":"a","rating":9}"#, "invalid-body", "/rating"), (#"{"text":"a","rating":"5"}"#, "invalid-body", "/rating"),
            (#"{"text":"a","visibility":"secret"}"#, "invalid-body", "/visibility"),
            (#"{"text":"a","kind":"fax"}"#, "invalid-body", "/kind"), (#"{"text":"a","id":true}"#, "invalid-body", "/id"),
            (#"{"text":"a","sent_at":"yesterday"}"#, "invalid-body", "/sent_at"), (#"{"text":"a","author":7}"#, "invalid-body", "/author"),
            (#"{"text":"a","account":""}"#, "invalid-body", "/account"), (#"{"text":"a","id":"x\u0000"}"#, "invalid-body", "/id"),
            ("{\"text\":\"a\",\"id\":\"\(String(repeating: "x", count: 1001))\"}", "invalid-body", "/id"),
            (#"{"text":"a""#, "malformed-body", nil), ("", "malformed-body", nil), ("not json", "malformed-body", nil),
            (String(repeating: "[", count: 500), "malformed-body", nil),
        ] as [(String, String, String?)])
    func refused(_ json: String, _ problem: String, _ pointer: String?) async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            let reply = try #require(await house.api("POST", "/messages", token, json: json))
            #expect(reply.problem == problem && reply.status == (problem == "invalid-body" ? 422 : 400), "\(reply.body)")
            #expect(reply.list("errors").first?["pointer"] as? String == pointer)
            #expect(try await house.messages() == 0)
        }
    }

    @Test("a customer who writes again takes the draft back, and the file of the case tells it all")
    func story() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            try await house.send("m1", token, conversation: "c")
            try await house.send("m2", token, "Où est ma commande ?", conversation: "c")
            let file = try #require(await house.api("GET", "/cases/1", token))
            #expect(file.list("messages").map { $0["id"] as? String } == ["m1", "m2"])
            #expect(file.list("drafts").map { $0["state"] as? String } == ["superseded", "proposed"])
        }
    }
}
