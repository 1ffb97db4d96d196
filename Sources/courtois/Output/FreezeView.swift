import Desk
import SQLiteStore

/// What is frozen, as commands print it.
enum FreezeView {
    static func name(_ door: ChannelAccount?) -> String {
        door.map { TextRenderer.oneLine("\($0.channel)/\($0.account)") } ?? "the desk"
    }

    /// Prints what is frozen.
    static func show(_ store: SQLiteStore, json: Bool) async throws {
        let freezes = try await StoreOption.saying { () async throws(StoreFailure) in try await store.freezes() }
        for freeze in freezes {
            if json {
                var line = line(freeze)
                _ = Terminal.write(&line, to: .output)
            } else {
                Terminal.write("Frozen: \(text(freeze))\n", to: .output)
            }
        }
        if freezes.isEmpty { Terminal.write("Nothing is frozen.\n", to: .error) }
    }

    /// `telegram/bot · everything · since 2026-11-27T09:00:00Z by ada · crise`
    static func text(_ freeze: Freeze) -> String {
        TextRenderer.oneLine(
            "\(name(freeze.door)) · \(freeze.reach.rawValue) · since \(freeze.at.utc) by \(freeze.by) · \(freeze.reason)")
    }

    /// One object, fields in this order; `channel` and `account` are null for the desk.
    static func line(_ freeze: Freeze) -> [UInt8] {
        var output: [UInt8] = Array("{".utf8)
        let members: [(String, String?)] = [
            ("scope", freeze.door == nil ? "desk" : "account"), ("channel", freeze.door?.channel), ("account", freeze.door?.account),
            ("stops", freeze.reach.rawValue), ("by", freeze.by), ("at", freeze.at.utc), ("reason", freeze.reason),
        ]
        for (place, (name, text)) in members.enumerated() {
            output += Array("\(place == 0 ? "" : ",")\"\(name)\":".utf8)
            if let text { JSONText.append(text, to: &output) } else { output += Array("null".utf8) }
        }
        return output + Array("}\n".utf8)
    }
}
