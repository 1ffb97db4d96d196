import Desk
import DeskServer
import Foundation
import Peers
import SQLiteStore
import Support

extension ServerHouse {
    /// A token made as the command makes it.
    func token(
        _ scopes: [Scope] = Scope.allCases, name: String = "shop", role: Role = .reviewer, expires: Instant? = nil
    ) async throws -> String {
        var generator = SystemRandomNumberGenerator()
        let bearer = BearerToken { generator.next() }
        let isNew = try await store.add(
            AccessToken(
                selector: bearer.selector, name: name, role: role, scopes: Set(scopes), digest: bearer.digest, createdBy: "ada",
                createdAt: clock.now, expiresAt: expires))
        guard isNew else { throw NameTaken() }
        return bearer.text
    }

    private struct NameTaken: Error {}

    /// A request of the API; nil without an answer.
    func api(
        _ method: String, _ path: String, _ token: String?, _ headers: [(String, String)] = [], json: String? = nil
    ) async -> APIReply? {
        var all = headers
        if let token { all.append(("authorization", "Bearer \(token)")) }
        if json != nil, !headers.contains(where: { $0.0 == "content-type" }) { all.append(("content-type", "application/json")) }
        let target = path.hasPrefix("/openapi") ? path : "/api/v1" + path
        return await PlainClient.ask(port, method, target, headers: all, body: json.map { Array($0.utf8) }).map(APIReply.init)
    }

    /// A message handed in; the number of its case.
    @discardableResult
    func send(_ id: String, _ token: String, _ text: String = Call.words, conversation: String? = nil) async throws -> Int {
        let json = #"{"id":"\#(id)","text":"\#(text)","channel":"standard","conversation":"\#(conversation ?? id)","author":{"id":"u-1"}}"#
        let reply = await api("POST", "/messages", token, json: json)
        guard let number = reply?.json["case"] as? Int else { throw NotKept(status: reply?.status) }
        return number
    }

    private struct NotKept: Error { let status: Int? }
}

/// An answer of the API, read.
struct APIReply {
    let status: Int
    let headers: [String: String]
    let body: String
    /// Empty when it is no object.
    let json: [String: Any]

    init(_ answer: PlainClient.Answer) {
        status = answer.status
        headers = answer.headers
        body = answer.body
        json = (try? JSONSerialization.jsonObject(with: Data(answer.body.utf8))) as? [String: Any] ?? [:]
    }

    /// The problem's name, where it is one with everything RFC 9457 and the API ask for.
    var problem: String? {
        guard headers["content-type"] == "application/problem+json", json["status"] as? Int == status, json["title"] is String,
            json["detail"] is String, let type = json["type"] as? String, type.hasPrefix("urn:courtois:problem:")
        else { return nil }
        return String(type.dropFirst("urn:courtois:problem:".count))
    }

    var version: Int? { json["version"] as? Int }

    func draft(_ member: String) -> String? { (json["draft"] as? [String: Any])?[member] as? String }

    func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }
}
