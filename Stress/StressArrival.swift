import Desk
import IntentEngine

/// Messages whose drafts carry a mark, so that a platform can tell what it was sent.
enum StressArrival {
    enum Channel: String, CaseIterable {
        /// Acts once on repeated requests.
        case standard
        /// Does not.
        case telegram
    }

    static func make(_ number: Int, _ channel: Channel, at now: Instant) -> Arrival {
        let id = channel == .telegram ? "\(number):1" : "m\(number)"
        let text = "Où est ma commande \(number) ?"
        let message = Message(
            id: id, text: text, channel: channel.rawValue, account: "default",
            conversation: channel == .telegram ? "\(number)" : "c\(number)",
            author: Message.Author(id: "customer-\(number)"), sentAt: now)
        let decision = Decision(
            disposition: .draft, team: .customerService, priority: .p3, due: now + 3600, polarity: 0, complexity: 0, anger: 0,
            reasons: ["Demande reconnue."],
            draft: Draft(
                text: "Bonjour, nous regardons cela. \(mark(number))", language: .french, visibility: .private,
                template: "track_order/fr/1", findings: []))
        return Arrival(
            message: message, decision: decision, line: Array("{\"id\":\"\(id)\"}\n".utf8), rulebook: "stress", language: .french,
            intent: "track_order", isSensitive: false, receivedAt: now, delivery: "auto-\(number)")
    }

    /// Letters and digits alone, so that no encoding changes it.
    static func mark(_ number: Int) -> String { "R\(number)Z" }

    /// The number whose mark stands in `text`.
    static func number(in text: String) -> Int? {
        var rest = text.utf8[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "R")) {
            rest = rest[rest.index(after: start)...]
            let digits = rest.prefix { $0 &- 0x30 < 10 }
            if !digits.isEmpty, rest.dropFirst(digits.count).first == UInt8(ascii: "Z") {
                return Int(String(decoding: digits, as: UTF8.self))
            }
        }
        return nil
    }
}
