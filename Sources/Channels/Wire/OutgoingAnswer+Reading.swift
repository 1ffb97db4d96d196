import Desk

extension OutgoingAnswer {
    /// The seconds to wait that `Retry-After` asks for; at most a day is believed.
    var retryAfter: Int? { Self.wait(headers["retry-after"].flatMap { Int($0.trimmed) }) }

    /// A wait asked for, in seconds: none below zero, at most a day.
    static func wait(_ seconds: Int?) -> Int? { seconds.flatMap { $0 < 0 ? nil : min($0, 86_400) } }

    /// The body as JSON; nil when it is none.
    var json: JSONNode? { try? JSONDocument(body, limits: JSONDocument.Limits(bytes: 1 << 20, depth: 32, values: 20_000)).root }

    /// What a status means on a platform that cannot tell a second try from a second message.
    ///
    /// A 5xx does not say that nothing was done, whether it comes from a gateway or in the platform's own words: the message may
    /// have gone through before it, so a person looks. Codes by which a platform says so are its adapter's, and looked at before.
    func outcome(code: String, words: String?) -> DeliveryOutcome {
        switch status {
        case 401: .paused(cause: "the token is not accepted (\(code))")
        case 429: .retry(after: retryAfter, cause: "too many requests (\(code))")
        case 503: .retry(after: retryAfter, cause: "not available (\(code))")
        case 500...: .unknown(cause: code == String(status) ? "HTTP \(status)" : "HTTP \(status) (\(code))")
        case 300..<400: .refused(code: String(status), words: "the platform redirects")
        case 400..<500: .refused(code: code, words: Self.shortened(words ?? "HTTP \(status)"))
        default: .unknown(cause: "HTTP \(status) without a readable answer")
        }
    }

    /// A platform's words in one line of at most 200 characters.
    static func shortened(_ words: String) -> String { Bounded.line(words, 200) }

    /// A platform's code as a name of at most 64 characters.
    static func code(_ text: String?) -> String {
        let name = Bounded.name(text ?? "")
        return name.isEmpty ? "none" : name
    }
}
