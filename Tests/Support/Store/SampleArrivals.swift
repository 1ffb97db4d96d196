package import Desk
package import IntentEngine

/// Arrivals and people for tests of the desk's stores.
package enum Sample {
    package static let zoe = Colleague(name: "zoe", role: .reviewer)
    package static let max = Colleague(name: "max", role: .reviewer)
    package static let ada = Colleague(name: "ada", role: .manager)
    package static let guest = Colleague(name: "guest", role: .reader)
    /// A quarter past nine on a Tuesday in Paris.
    package static let start = Instant(seconds: 1_795_767_300)
    package static let draftText = "Bonjour,\n\nNous regardons où en est votre commande."

    /// An arrival; without a conversation of its own, in that of its id.
    package static func arrival(
        _ id: String, conversation: String? = nil, text: String = "Où est ma commande ?", channel: String = "standard",
        account: String = "default", author: String? = "customer-1", disposition: Disposition = .draft, priority: Priority = .p3,
        team: Team = .customerService, due: Int? = 3600, draft: String? = draftText, findings: [ProofFinding] = [],
        isSensitive: Bool = false, at now: Instant = start, padding: Int = 0,
        subject: String? = nil, name: String = "Zoé Martin", signals: [String] = [], language: Language = .french,
        intent: String? = "track_order", polarity: Int = 0, visibility: Message.Visibility = .private, kind: Message.Kind = .message
    ) -> Arrival {
        var message = Message(
            id: id, text: text, channel: channel, account: account, conversation: conversation ?? "of-\(id)",
            author: author.map { Message.Author(id: $0, name: name) }, visibility: visibility, kind: kind, sentAt: now)
        message.subject = subject
        let written = disposition == .ignore ? nil : draft
        let decision = Decision(
            disposition: disposition, team: team, priority: priority, due: due.map { now + $0 }, polarity: polarity, complexity: 0,
            anger: 0,
            reasons: ["Demande reconnue."],
            draft: written.map {
                Draft(text: $0, language: .french, visibility: visibility, template: "track_order/fr/1", findings: findings)
            })
        let line = "{\"id\":\"\(id)\",\"evidence\":[\(evidence(text.count))]\(String(repeating: " ", count: padding))}\n"
        return Arrival(
            message: message, decision: decision, line: Array(line.utf8), rulebook: "cafe",
            language: language, intent: intent, signals: signals, isSensitive: isSensitive, receivedAt: now,
            delivery: "delivery-of-\(id)")
    }

    /// Evidence as decisions have it, for which the store has a form of its own.
    package static func evidence(_ points: Int, phrase: String = #"où est <colis> \"vite\""#) -> String {
        #"{"phrase":"\#(phrase)","source":"delivery/track_order.yaml:12","points":\#(points),"span":[0,4],"text":"Où e"}"#
    }

    package static let typo = ProofFinding(rule: "F01", span: 0..<1, text: "B", cause: "a space is missing", remedy: "B")
    package static let leftover = ProofFinding(rule: "F24", span: 0..<1, text: "{", cause: "left by a template", remedy: "words")
}
