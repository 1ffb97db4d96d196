import Desk
import IntentEngine

@testable import Channels

/// What tests of adapters start from.
enum Sample {
    static let now = Instant(seconds: 1_772_437_500)

    static func reply(
        _ text: String = "Bonjour Maëlle, une théière neuve part ce soir 🙂", channel: String, account: String, conversation: String,
        inReplyTo: String, visibility: Message.Visibility = .private, until: Instant? = nil, recipient: String? = nil,
        subject: String? = nil, language: Language = .french, by: String = "lea"
    ) -> OutgoingReply {
        OutgoingReply(
            delivery: "livraison-17", channel: channel, account: account, conversation: conversation, inReplyTo: inReplyTo, text: text,
            visibility: visibility, approvedBy: by, approvedAt: now, replyUntil: until, subject: subject, language: language)
    }

    static func request(_ body: String, headers: [(String, String)] = [("Content-Type", "application/json")]) -> InboundRequest {
        InboundRequest(headers: HeaderList(headers), body: Array(body.utf8))
    }

    static func json(_ bytes: [UInt8]) -> JSONNode? { try? JSONDocument(bytes).root }
}

extension JSONNode {
    /// The value written again with sorted names, so that two texts of the same content compare equal.
    var canonical: String {
        if isObject {
            let members = members.sorted { $0.name < $1.name }.map { "\"\($0.name)\":\($0.value.canonical)" }
            return "{\(members.joined(separator: ","))}"
        }
        if isArray { return "[\(elements.map(\.canonical).joined(separator: ","))]" }
        if let string { return "\"\(string)\"" }
        return String(decoding: raw, as: UTF8.self)
    }
}

extension OutgoingRequest {
    var path: String {
        guard let start = url.range(of: "://")?.upperBound, let slash = url[start...].firstIndex(of: "/") else { return "" }
        return String(url[slash...])
    }

    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }

    var canonicalBody: String? { Sample.json(body)?.canonical }
}

extension String {
    fileprivate func range(of text: String) -> Range<String.Index>? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
            at = index(after: at)
        }
        return nil
    }

    /// The canonical form of a JSON text in a test.
    var canonicalJSON: String? { Sample.json(Array(utf8))?.canonical }
}
