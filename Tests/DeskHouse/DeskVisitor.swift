internal import Channels
package import Peers
internal import Synchronization

/// A browser without scripts: keeps cookies, reads the form key of the last page and sends it with every form.
package final class DeskVisitor: Sendable {
    private let port: Int
    private let state = Mutex((cookies: [String: String](), key: ""))

    init(port: Int) { self.port = port }

    package var cookies: [String: String] {
        get { state.withLock { $0.cookies } }
        set { state.withLock { $0.cookies = newValue } }
    }

    /// The key of the last page.
    package var key: String {
        get { state.withLock { $0.key } }
        set { state.withLock { $0.key = newValue } }
    }

    package func get(_ path: String, headers: [(String, String)] = []) async throws -> PlainClient.Answer {
        try await ask("GET", path, headers: headers, body: nil)
    }

    /// Sends a form. The key comes first, unless the fields say otherwise.
    package func post(_ path: String, _ fields: [(String, String)], headers: [(String, String)] = []) async throws -> PlainClient.Answer {
        let all = fields.contains { $0.0 == "key" } ? fields : [("key", key)] + fields
        let form = [("content-type", "application/x-www-form-urlencoded")] + headers
        return try await ask("POST", path, headers: form, body: FormFields.encoded(all))
    }

    /// Sends a form, and goes where it leads.
    package func follow(_ path: String, _ fields: [(String, String)]) async throws -> PlainClient.Answer {
        let answer = try await post(path, fields)
        guard answer.status == 303, let target = answer.headers["location"] else { return answer }
        return try await get(target)
    }

    package func signIn(_ name: String, _ password: String) async throws -> PlainClient.Answer {
        _ = try await get("/sign-in")
        let answer = try await post("/sign-in", [("name", name), ("password", password)])
        if answer.status == 303 { _ = try await get("/search") }
        return answer
    }

    /// What a stream says until `text` is among it, as a browser listens; nil where it ends before.
    package func hear(_ path: String, until text: String, headers: [(String, String)] = []) async -> String? {
        let line = await listen(path, headers: headers)
        return await PlainClient.away { line?.text(until: text) }
    }

    /// Listens to news; what happens after this is told.
    package func listen(_ path: String, headers: [(String, String)] = []) async -> PlainClient? {
        let lines = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
        let head = "GET \(path) HTTP/1.1\r\nhost: desk\r\ncookie: \(cookieLine)\r\n\(lines)\r\n"
        return await PlainClient.away { [port] in
            guard let client = PlainClient(port: port) else { return nil }
            client.send(head)
            return client.text(until: "retry:") == nil ? nil : client
        }
    }

    private var cookieLine: String { cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }

    private func ask(_ method: String, _ path: String, headers: [(String, String)], body: [UInt8]?) async throws -> PlainClient.Answer {
        let cookies = cookieLine
        let own = cookies.isEmpty ? headers : headers + [("cookie", cookies)]
        guard let answer = await PlainClient.ask(port, method, path, headers: own, body: body) else { throw DeskHouseFailure.noAnswer }
        state.withLock { state in
            for line in answer.cookies {
                let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard pair.count == 2 else { continue }
                state.cookies[String(pair[0])] = line.contains("Max-Age=0") ? nil : String(pair[1])
            }
            if let key = Self.key(in: answer.body) { state.key = key }
        }
        return answer
    }

    private static func key(in page: String) -> String? {
        guard let start = page.firstRange(of: "name=\"key\" value=\"")?.upperBound else { return nil }
        return String(page[start...].prefix { $0 != "\"" })
    }
}
