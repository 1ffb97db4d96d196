package import Foundation

extension Browser {
    /// Where screenshots are kept, for people to look at.
    package static let screenshots = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(".build/screenshots")

    /// Keeps a picture as `.build/screenshots/<name>.png`; the path.
    ///
    /// - Parameter isWhole: The page from its top to its end, instead of what is in view.
    @discardableResult
    package func screenshot(_ name: String, whole isWhole: Bool = false) async throws -> String {
        let picture = try await command("Page.captureScreenshot", ["format": "png", "captureBeyondViewport": .bool(isWhole)])
        guard let data = picture["data"].string.flatMap({ Data(base64Encoded: $0) }) else { throw BrowserFailure.unreadable("no picture") }
        let file = Self.screenshots.appendingPathComponent(name + ".png")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file.path
    }
}
