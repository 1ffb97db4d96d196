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

    /// One object on a line.
    static func line(_ freeze: Freeze) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(freeze)
        writer.endLine()
        return writer.output
    }
}
