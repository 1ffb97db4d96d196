import Desk

/// What an answer of Meta's Graph means, for Messenger, Instagram, Pages and WhatsApp.
struct GraphAnswer {
    let answer: OutgoingAnswer
    private let json: JSONNode?

    init(_ answer: OutgoingAnswer) {
        self.answer = answer
        json = answer.json
    }

    /// Calling too often. Of WhatsApp 130429, 131048, 131056 and 80007.
    private static let tooOften: Set<Int> = [4, 17, 32, 613, 80001, 80002, 80006, 80007, 130429, 131048, 131056]
    /// The platform says itself that it failed and that a later try may succeed.
    private static let passing: Set<Int> = [1, 2, 1200, 131000, 131016]
    /// The token has no effect, or the account is locked.
    private static let locked: Set<Int> = [0, 3, 10, 102, 104, 190, 368, 131005, 131031]
    /// Something the account was not allowed.
    private static let permissions = 200..<300
    /// Refused for this customer, although their code is among those of permissions: outside the window; not reachable now.
    private static let refusedSubcodes: Set<Int> = [2018278, 2018108, 1545041]

    var outcome: DeliveryOutcome {
        if let error = json?["error"] { return outcome(error) }
        guard (200..<300).contains(answer.status) else { return answer.outcome(code: String(answer.status), words: nil) }
        let id = json?["message_id"] ?? json?["messages"]?.elements.first?["id"] ?? json?["id"]
        guard let id = id?.identifier else { return .unknown(cause: "HTTP \(answer.status) without a readable answer") }
        return .sent(externalIds: [id])
    }

    private func outcome(_ error: JSONNode) -> DeliveryOutcome {
        let code = error["code"]?.integer
        let subcode = error["error_subcode"]?.integer
        let name = subcode.map { "\(code ?? answer.status)/\($0)" } ?? String(code ?? answer.status)
        let words = OutgoingAnswer.shortened(error["message"]?.string ?? "error \(name)")
        if let subcode, Self.refusedSubcodes.contains(subcode) { return .refused(code: name, words: words) }
        if code.map(Self.tooOften.contains) ?? false || answer.status == 429 {
            return .retry(after: wait, cause: "too many requests (\(name))")
        }
        if let code, Self.locked.contains(code) || Self.permissions.contains(code) { return .paused(cause: "not permitted (\(name))") }
        if answer.status == 403, error["type"]?.string == "OAuthException" { return .paused(cause: "not permitted (\(name))") }
        if code.map(Self.passing.contains) ?? false || error["is_transient"]?.bool == true {
            return .retry(after: answer.retryAfter, cause: "a passing failure (\(name))")
        }
        return answer.outcome(code: name, words: words)
    }

    /// The seconds until calls are let through again: of `Retry-After`, else of the usage header, which counts minutes.
    private var wait: Int? {
        if let seconds = answer.retryAfter { return seconds }
        guard let text = answer.headers["x-business-use-case-usage"], let usage = try? JSONDocument(Array(text.utf8)).root else {
            return nil
        }
        let minutes = usage.members.flatMap(\.value.elements).compactMap { $0["estimated_time_to_regain_access"]?.integer }.max() ?? 0
        return minutes > 0 ? min(minutes, 1440) * 60 : nil
    }
}
