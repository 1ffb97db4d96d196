import Desk
import Foundation
import IntentEngine
import IntentFiles
import Testing

/// The desk of the shipped rules, which are read once.
enum ShippedDesk {
    static let loaded = RulebookLoader.load(
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("intents").path)

    static func decide(_ message: Message) -> Decision {
        var desk = loaded.makeDesk()
        var used = UsedTexts()
        return desk.decide(message, desk.understand(message), used: &used)
    }

    static func decide(_ text: String, _ visibility: Message.Visibility = .private, sentAt: String? = nil) -> Decision {
        var message = Message(id: "1", text: text, visibility: visibility)
        message.sentAt = sentAt.flatMap(Instant.init(rfc3339:))
        return decide(message)
    }

    /// Names of the signals that fire.
    static func signals(_ text: String) -> [String] {
        var desk = loaded.makeDesk()
        return desk.understand(Message(id: "1", text: text)).signals.map { loaded.rulebook.signals[$0.signal] }
    }

    /// What the desk keeps of a message.
    static func arrival(_ text: String) throws -> Arrival {
        var desk = loaded.makeDesk()
        var used = UsedTexts()
        let reading = try #require(try Array(text.utf8).withUnsafeBufferPointer { try MessageReader(format: .text).read($0, number: 1) })
        return desk.arrival(of: reading, used: &used, at: Instant(seconds: 1_772_438_400), delivery: "d1")
    }
}
