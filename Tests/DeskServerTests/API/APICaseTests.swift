import Desk
import DeskServer
import Foundation
import Peers
import SQLiteStore
import Support
import Testing

@Suite("Cases and drafts by the API", .timeLimit(.minutes(10)))
struct APICaseTests {
    private static func version(_ number: Int) -> (String, String) { ("if-match", "\"\(number)\"") }

    @Test("the queue is paged by a cursor, in its order, by status and team")
    func queue() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            for number in 1...5 { try await house.send("m\(number)", token) }
            try await house.send("m6", token, "Je vais porter plainte")
            var (seen, cursor, pages) = ([Int](), String?.none, 0)
            repeat {
                let query = "?limit=2&status=waiting" + (cursor.map { "&cursor=\($0)" } ?? "")
                let page = try #require(await house.api("GET", "/cases" + query, token))
                #expect(page.status == 200 && page.list("cases").count == 2)
                seen += page.list("cases").compactMap { $0["case"] as? Int }
                cursor = page.json["next"] as? String
                pages += 1
                let link = page.headers["link"]
                #expect(link == cursor.map { "</api/v1/cases?limit=2&status=waiting&cursor=\($0)>; rel=\"next\"" })
            } while cursor != nil && pages < 9
            #expect(seen.first == 6 && Set(seen) == [1, 2, 3, 4, 5, 6] && pages == 3)
            let legal = try #require(await house.api("GET", "/cases?team=legal&limit=1", token))
            #expect(legal.list("cases").map { $0["case"] as? Int } == [6] && legal.json["next"] is NSNull)
            let waiting = try #require(await house.api("GET", "/cases?limit=1", token)?.json["next"] as? String)
            for query in [
                "limit=0", "limit=501", "limit=x", "limit=+5", "status=lost", "team=chess", "cursor=zz", "cursor=", "statu=waiting",
                "limit=1&limit=2", "team=legal&cursor=\(waiting)", "%ff=1", "a%zz=1",
            ] {
                let reply = try #require(await house.api("GET", "/cases?\(query)", token))
                #expect(reply.status == 400 && reply.problem == "bad-request", "\(query): \(reply.body)")
            }
        }
    }

    @Test("a draft is read, edited, approved, taken back and approved, each at the version that was seen")
    func review() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token(name: "zoe")
            try await house.send("m1", token)
            let draft = try #require(await house.api("GET", "/cases/1/draft", token))
            #expect(draft.status == 200 && draft.version == 1 && draft.headers["etag"]?.hasPrefix("\"1-") == true)
            let tag = try #require(draft.headers["etag"])
            let edited = try #require(
                await house.api("PUT", "/cases/1/draft", token, [("if-match", tag)], json: #"{"text":"Bonjour,\n\nEst-ce réglé ?"}"#))
            #expect(edited.status == 200 && edited.version == 2 && edited.draft("author") == "zoe", "\(edited.body)")
            // The proofreader mends what can be mended in one way.
            #expect(edited.draft("text") == "Bonjour,\n\nEst-ce réglé\u{202F}?")
            let approved = try #require(
                await house.api(
                    "POST", "/cases/1/draft/approval", token, [Self.version(2)], json: #"{"note":"vu","accept_findings":true}"#))
            #expect(approved.status == 200 && approved.json["status"] as? String == "answered" && approved.draft("approved_by") == "zoe")
            let undone = try #require(await house.api("DELETE", "/cases/1/draft/approval", token, [Self.version(3)]))
            #expect(undone.status == 200 && undone.json["status"] as? String == "waiting" && undone.draft("state") == "proposed")
            let again = try #require(
                await house.api("POST", "/cases/1/draft/approval", token, [Self.version(4)], json: #"{"accept_findings":true}"#))
            #expect(again.status == 200 && again.headers["etag"] == "\"5\"")
            house.clock.advance(seconds: 11)
            let claim = DeliveryClaim(most: 1, mostPerAccount: 1, worker: "courier", seconds: 60)
            guard case .leased(let lease)? = try await house.store.claim(claim, now: house.clock.now).first?.state else {
                Issue.record("nothing leaves")
                return
            }
            _ = try await house.store.markWriting(lease, .once, until: house.clock.now + 30, now: house.clock.now)
            let late = try #require(await house.api("DELETE", "/cases/1/draft/approval", token, [Self.version(5)]))
            #expect(late.status == 409 && late.problem == "too-late-to-undo")
            let actions = try await house.store.audit(after: 0, most: 50).filter { $0.actor == "zoe" }.map(\.action)
            #expect(
                actions == [.edited, .approved, .delivery, .undone, .approved]
                    || actions.filter { $0 != .delivery } == [.edited, .approved, .undone, .approved])
        }
    }

    @Test("a change without a version is 428, at an old one 412 with the version and both texts, and changes nothing")
    func stale() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            let blind = try await house.token([.writeDrafts], name: "blind")
            try await house.send("m1", token)
            let missing = try #require(await house.api("POST", "/cases/1/draft/approval", token))
            #expect(missing.status == 428 && missing.problem == "version-needed")
            #expect(await house.api("POST", "/cases/1/draft/approval", token, [("if-match", "*")])?.status == 428)
            for tag in ["x", "-1", "1, 2", "\"1", "\"x\"", "\"1\", \"2\"", "\"\"", "\"-1\""] {
                #expect(await house.api("POST", "/cases/1/draft/approval", token, [("if-match", tag)])?.problem == "bad-request", "\(tag)")
            }
            let text = #"{"text":"Bonjour, nous regardons."}"#
            // The number alone is the version as well.
            #expect(await house.api("PUT", "/cases/1/draft", token, [("if-match", "1")], json: text)?.version == 2)
            let old = try #require(await house.api("PUT", "/cases/1/draft", token, [Self.version(1)], json: #"{"text":"Autre texte."}"#))
            #expect(old.status == 412 && old.problem == "stale" && old.headers["etag"] == "\"2\"")
            #expect(old.json["version"] as? Int == 2 && old.json["seen_version"] as? Int == 1)
            #expect(old.json["yours"] as? String == "Autre texte." && old.json["theirs"] as? String == "Bonjour, nous regardons.")
            let unseen = try #require(await house.api("PUT", "/cases/1/draft", blind, [Self.version(1)], json: #"{"text":"Autre texte."}"#))
            #expect(unseen.status == 412 && unseen.json["theirs"] == nil && unseen.json["yours"] == nil)
            let shown = try #require(await house.api("PUT", "/cases/1/draft", blind, [Self.version(2)], json: text))
            #expect(shown.status == 200 && shown.version == 3 && shown.json["draft"] is NSNull)
            // A proxy that compresses weakens tags.
            let weak = try #require(
                await house.api("POST", "/cases/1/draft/rejection", token, [("if-match", "W/\"3-ab\"")], json: #"{"reason":"froid"}"#))
            #expect(weak.status == 200 && weak.draft("state") == "rejected")
            let none = try #require(await house.api("POST", "/cases/1/draft/approval", token, [Self.version(4)]))
            #expect(none.status == 409 && none.problem == "no-draft")
        }
    }

    @Test("a case is claimed, handed over, escalated, noted, taken over, given back, closed and reopened")
    func casework() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let (zoe, max) = (try await house.token(name: "zoe"), try await house.token(name: "max"))
            try await house.send("m1", zoe)
            #expect(await house.api("POST", "/cases/1/claim", zoe)?.json["claimed_by"] as? String == "zoe")
            #expect(await house.api("DELETE", "/cases/1/claim", zoe)?.json["claimed_by"] is NSNull)
            let handed = try #require(await house.api("POST", "/cases/1/handover", zoe, [Self.version(1)], json: #"{"to":"max"}"#))
            #expect(handed.json["claimed_by"] as? String == "max" && handed.version == 2)
            let moved = try #require(
                await house.api(
                    "POST", "/cases/1/escalations", max, [Self.version(2)], json: #"{"team":"public_relations","note":"presse"}"#))
            #expect(moved.json["team"] as? String == "public_relations" && moved.version == 3)
            let noted = try #require(
                await house.api("POST", "/cases/1/notes", zoe, json: #"{"text":"sa carte : 4111 1111 1111 1111"}"#))
            #expect(noted.status == 200 && noted.version == 3)
            let taken = try #require(await house.api("POST", "/cases/1/takeover", zoe, [Self.version(3)]))
            #expect(taken.json["taken_over_by"] as? String == "zoe")
            let led = try #require(await house.api("POST", "/cases/1/handover", max, [Self.version(4)], json: #"{"to":"zoe"}"#))
            #expect(led.status == 409 && led.problem == "taken-over" && led.json["taken_over_by"] as? String == "zoe")
            #expect(await house.api("DELETE", "/cases/1/takeover", zoe, [Self.version(4)])?.json["taken_over_by"] is NSNull)
            let closed = try #require(await house.api("POST", "/cases/1/closure", zoe, [Self.version(5)], json: #"{"reason":"doublon"}"#))
            #expect(closed.json["status"] as? String == "closed")
            let twice = try #require(await house.api("POST", "/cases/1/closure", zoe, [Self.version(6)], json: #"{"reason":"doublon"}"#))
            #expect(twice.status == 409 && twice.problem == "not-now" && twice.json["case_status"] as? String == "closed")
            let opened = try #require(await house.api("POST", "/cases/1/reopening", zoe, [Self.version(6)], json: #"{"reason":"non"}"#))
            #expect(opened.json["status"] as? String == "waiting" && opened.version == 7)
            let file = try #require(await house.api("GET", "/cases/1", zoe))
            let notes = file.list("notes").compactMap { $0["text"] as? String }
            #expect(notes.count == 2 && notes[0] == "presse" && !notes[1].contains("4111 1111"))
            #expect(file.list("notes").map { $0["by"] as? String } == ["max", "zoe"])
        }
    }

    @Test("bodies are read strictly, and every mistake is named by its place")
    func bodies() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            try await house.send("m1", token)
            for (path, json, pointers) in [
                ("/escalations", #"{"team":"chess","notes":"x"}"#, ["/team", "/notes"]), ("/escalations", "{}", ["/team"]),
                ("/escalations", #"{"team":"legal","note":7}"#, ["/note"]), ("/notes", #"{"text":"  "}"#, ["/text"]),
                ("/notes", #"{"text":["x"]}"#, ["/text"]), ("/closure", #"{"reason":null}"#, ["/reason"]), ("/closure", "[]", [""]),
                ("/draft/approval", #"{"accept_findings":"yes","a/b~c":1}"#, ["/accept_findings", "/a~1b~0c"]),
            ] {
                let reply = try #require(await house.api("POST", "/cases/1" + path, token, [Self.version(1)], json: json))
                #expect(reply.status == 422 && reply.problem == "invalid-body", "\(path) \(json)")
                #expect(reply.list("errors").compactMap { $0["pointer"] as? String } == pointers, "\(reply.body)")
            }
            let long = #"{"text":"\#(String(repeating: "a", count: 70_000))"}"#
            #expect(await house.api("POST", "/cases/1/notes", token, json: long)?.problem == "invalid-body")
            #expect(try await house.store.file(of: 1)?.case.version == 1)
        }
    }

    @Test("what is not there is 404, whatever is asked of it")
    func missing() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            for number in ["1", "0", "-1", "x", "99999999999999999999", "1.0", "%31%00"] {
                #expect(await house.api("GET", "/cases/\(number)", token)?.problem == "not-found", "\(number)")
                #expect(await house.api("GET", "/cases/\(number)/draft", token)?.problem == "not-found", "\(number)")
                #expect(await house.api("POST", "/cases/\(number)/claim", token)?.problem == "not-found", "\(number)")
                #expect(await house.api("GET", "/deliveries/\(number)", token)?.problem == "not-found", "\(number)")
                #expect(await house.api("POST", "/deliveries/\(number)/drop", token)?.problem == "not-found", "\(number)")
            }
            #expect(await house.api("GET", "/nothing", token)?.problem == "not-found")
            #expect(await house.api("GET", "/cases/1/nothing", token)?.problem == "not-found")
        }
    }

    @Test("what the proofreader holds against a draft is let pass only knowingly, and a placeholder never")
    func findings() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            try await house.send("m1", token)
            let edit = #"{"text":"BONJOUR MADAME, C’EST ENFIN RÉGLÉ POUR VOUS !!!"}"#
            let edited = try #require(await house.api("PUT", "/cases/1/draft", token, [Self.version(1)], json: edit))
            let findings = (edited.json["draft"] as? [String: Any])?["findings"] as? [[String: Any]] ?? []
            #expect(!findings.isEmpty)
            let refused = try #require(await house.api("POST", "/cases/1/draft/approval", token, [Self.version(2)]))
            #expect(refused.status == 409 && refused.problem == "has-findings")
            #expect(refused.list("findings").map { $0["rule"] as? String } == findings.map { $0["rule"] as? String })
            let unfilled = #"{"text":"Bonjour {{name}}, votre colis part."}"#
            #expect(await house.api("PUT", "/cases/1/draft", token, [Self.version(2)], json: unfilled)?.status == 200)
            let never = try #require(
                await house.api("POST", "/cases/1/draft/approval", token, [Self.version(3)], json: #"{"accept_findings":true}"#))
            #expect(never.status == 409 && never.problem == "has-findings")
        }
    }
}
