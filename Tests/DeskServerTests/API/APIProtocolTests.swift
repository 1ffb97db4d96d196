import Desk
import GRDB
import Peers
import SQLiteStore
import Support
import Testing

@Suite("The API's HTTP", .timeLimit(.minutes(10)))
struct APIProtocolTests {
    @Test("an address that is there by other methods is 405 with those, and one that is not is 404")
    func methods() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            for (method, path, allowed) in [
                ("DELETE", "/cases", "GET, HEAD"), ("POST", "/cases/1", "GET, HEAD"), ("GET", "/cases/1/claim", "DELETE, POST"),
                ("PATCH", "/cases/1/draft", "GET, HEAD, PUT"), ("GET", "/messages", "POST"), ("OPTIONS", "/figures", "GET, HEAD"),
                ("TRACE", "/rulebook/reload", "POST"),
            ] {
                let reply = try #require(await house.api(method, path, token))
                #expect(
                    reply.status == 405 && reply.problem == "method-not-allowed" && reply.headers["allow"] == allowed, "\(method) \(path)")
            }
            for path in ["", "/", "/x", "/cases/1/x", "/cases/1/draft/approval/x"] {
                #expect(await house.api("GET", path, token)?.problem == "not-found", "\(path)")
            }
            let plain = try #require(await house.get("/nothing"))
            #expect(plain.status == 404 && plain.headers["content-type"]?.hasPrefix("text/plain") == true)
            let head = try #require(await PlainClient.ask(house.port, "DELETE", "/healthz"))
            #expect(head.status == 405 && head.headers["allow"] == "GET, HEAD")
        }
    }

    @Test("what cannot be taken or given is 406, 413 or 415")
    func types() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            for accept in [
                "text/html", "application/xml, text/plain;q=0.5", "application/json;q=0", "*/*;q=0.0", "application/json;q=0, */*",
            ] {
                let reply = try #require(await house.api("GET", "/figures", token, [("accept", accept)]))
                #expect(reply.status == 406 && reply.problem == "not-acceptable", "\(accept)")
            }
            for accept in ["application/json", "text/html, */*;q=0.1", "application/*", "APPLICATION/JSON; q=0.5", ""] {
                #expect(await house.api("GET", "/figures", token, [("accept", accept)])?.status == 200, "\(accept)")
            }
            let json = #"{"text":"Merci"}"#
            for type in ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", "application/jsonp"] {
                let reply = try #require(await house.api("POST", "/messages", token, [("content-type", type)], json: json))
                #expect(reply.status == 415 && reply.problem == "unsupported-media-type", "\(type)")
            }
            let zipped = [("content-type", "application/json"), ("content-encoding", "gzip")]
            #expect(await house.api("POST", "/messages", token, zipped, json: json)?.status == 415)
            for type in ["application/json", "Application/JSON; charset=UTF-8", "application/json;charset=\"utf-8\""] {
                #expect(await house.api("POST", "/messages", token, [("content-type", type)], json: json)?.status == 201, "\(type)")
            }
            let large = #"{"text":"\#(String(repeating: "a", count: 300_000))"}"#
            #expect(await house.api("POST", "/messages", token, json: large)?.problem == "too-large")
            let chunked = await PlainClient.away { [port = house.port] () -> PlainClient.Answer? in
                guard let client = PlainClient(port: port) else { return nil }
                client.send(
                    "POST /api/v1/messages HTTP/1.1\r\nhost: desk\r\nauthorization: Bearer \(token)\r\ncontent-type: application/json\r\n"
                        + "transfer-encoding: chunked\r\n\r\n")
                let chunk = "10000\r\n" + String(repeating: "a", count: 0x10000) + "\r\n"
                for _ in 0..<5 { client.send(chunk) }
                client.send("0\r\n\r\n")
                return client.answer()
            }
            #expect(chunked?.status == 413)
            #expect(await house.get("/healthz")?.status == 200)
        }
    }

    @Test("what the client has already is 304, until a version, a note or a claim changes it; HEAD is GET without the body")
    func conditional() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            try await house.send("m1", token)
            for path in ["/cases", "/cases/1", "/cases/1/draft", "/messages/m1?channel=standard", "/rulebook", "/deliveries"] {
                let first = try #require(await house.api("GET", path, token))
                let tag = try #require(first.headers["etag"])
                for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                    let again = try #require(await house.api("GET", path, token, [("if-none-match", known)]))
                    #expect(again.status == 304 && again.body.isEmpty && again.headers["etag"] == tag, "\(path) \(known)")
                }
                #expect(await house.api("GET", path, token, [("if-none-match", "\"x\"")])?.status == 200)
            }
            let tag = try #require(await house.api("GET", "/cases/1", token)?.headers["etag"])
            #expect(await house.api("POST", "/cases/1/notes", token, json: #"{"text":"vu"}"#)?.version == 1)
            let noted = try #require(await house.api("GET", "/cases/1", token, [("if-none-match", tag)]))
            #expect(noted.status == 200 && noted.headers["etag"]?.hasPrefix("\"1-") == true && noted.headers["etag"] != tag)
            let head = await PlainClient.away { [port = house.port] () -> String in
                guard let client = PlainClient(port: port) else { return "" }
                client.send(
                    "HEAD /api/v1/cases/1 HTTP/1.1\r\nhost: desk\r\nconnection: close\r\nauthorization: Bearer \(token)\r\n\r\n")
                return client.rest()
            }
            #expect(head.hasPrefix("HTTP/1.1 200") && head.hasSuffix("\r\n\r\n") && head.contains(noted.headers["etag"] ?? "none"))
        }
    }

    @Test("a request that comes again under its key is done once and answered alike, for a day")
    func idempotent() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            let other = try await house.token(name: "other")
            let (key, json) = (("idempotency-key", "\"k-1\""), #"{"text":"Où est ma commande ?"}"#)
            let first = try #require(await house.api("POST", "/messages", token, [key], json: json))
            let again = try #require(await house.api("POST", "/messages", token, [("idempotency-key", "k-1")], json: json))
            #expect(first.status == 201 && again.status == 201 && again.body == first.body)
            #expect(again.headers["location"] == first.headers["location"] && again.headers["idempotent-replayed"] == "true")
            #expect(first.headers["idempotent-replayed"] == nil)
            #expect(try await house.messages() == 1)
            let altered = try #require(await house.api("POST", "/messages", token, [key], json: #"{"text":"Merci"}"#))
            #expect(altered.status == 422 && altered.problem == "key-reused")
            #expect(await house.api("POST", "/messages", other, [key], json: json)?.json["is_new"] as? Bool == true)
            for bad in ["", "\"\"", "a b", String(repeating: "k", count: 256)] {
                #expect(await house.api("POST", "/messages", token, [("idempotency-key", bad)], json: json)?.status == 400, "\(bad)")
            }
            // A refusal is an answer as well.
            let stale = [("idempotency-key", "k-2"), ("if-match", "\"9\"")]
            for _ in 0..<2 { #expect(await house.api("POST", "/cases/1/draft/approval", token, stale)?.problem == "stale") }
            let note = [("idempotency-key", "k-3")]
            for _ in 0..<3 { #expect(await house.api("POST", "/cases/1/notes", token, note, json: #"{"text":"vu"}"#)?.status == 200) }
            #expect(try await house.store.file(of: 1)?.notes.count == 1)
            house.clock.advance(seconds: 86400)
            let nextDay = try #require(await house.api("POST", "/cases/1/notes", token, note, json: #"{"text":"vu"}"#))
            #expect(nextDay.status == 200 && nextDay.headers["idempotent-replayed"] == nil)
            #expect(try await house.store.file(of: 1)?.notes.count == 2)
        }
    }

    @Test("of many at once under one key, one message is kept, and a request whose answer was lost is not kept twice")
    func races() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/store.sqlite"
        try await ServerHouse.run(in: folder) { house async throws in
            let token = try await house.token()
            let (key, json) = ([("idempotency-key", "k-1")], #"{"text":"Où est ma commande ?"}"#)
            let replies = await withTaskGroup(of: (Int, String?)?.self) { group in
                for _ in 0..<12 {
                    group.addTask { await house.api("POST", "/messages", token, key, json: json).map { ($0.status, $0.problem) } }
                }
                return await group.reduce(into: [(Int, String?)]()) { if let reply = $1 { $0.append(reply) } }
            }
            #expect(replies.count == 12 && replies.contains { $0.0 == 201 })
            #expect(replies.allSatisfy { $0.0 == 201 || ($0.0 == 409 && $0.1 == "request-under-way") })
            #expect(try await house.messages() == 1)
            // As though the process had died between the commit and the answer's.
            try await DatabaseQueue(path: path).write { db in
                try db.execute(
                    sql: "UPDATE repeated_requests SET status = NULL, body = NULL, content_type = NULL, location = NULL, case_id = NULL")
            }
            house.clock.advance(seconds: 61)
            let again = try #require(await house.api("POST", "/messages", token, key, json: json))
            #expect(again.status == 200 && again.json["is_new"] as? Bool == false)
            #expect(try await house.messages() == 1)
        }
    }

    @Test("a store that cannot be used is 503 with when to come again, and without its place")
    func unavailable() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/store.sqlite"
        try await ServerHouse.run(in: folder) { house async throws in
            let token = try await house.token()
            _ = await house.api("GET", "/figures", token)
            let lock = try StoreLock(path)
            let key = [("idempotency-key", "k")]
            for headers in [[], key] {
                let reply = try #require(await house.api("POST", "/messages", token, headers, json: #"{"text":"Merci"}"#))
                #expect(reply.status == 503 && reply.problem == "not-ready" && reply.headers["retry-after"] == "10")
                #expect(!reply.body.contains(path) && reply.body.contains("locked"))
            }
            try lock.release()
            #expect(await house.api("POST", "/messages", token, key, json: #"{"text":"Merci"}"#)?.status == 201)
            #expect(try await house.messages() == 1)
        }
    }
}
