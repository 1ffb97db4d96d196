import Cryptography
import Desk
import IntentEngine

/// A compiled rulebook as one row of bytes: a sum over all that follows, what it is the image of, and its parts.
enum RulebookImage {
    private static let sumBytes = 32

    static func bytes(of loaded: LoadedRulebook, build: String) -> [UInt8] {
        var image = ImageWriter()
        [UInt8](repeating: 0, count: sumBytes).forEach { $0.pack(into: &image) }
        build.pack(into: &image)
        loaded.hash.pack(into: &image)
        loaded.rulebook.pack(into: &image)
        loaded.policy.pack(into: &image)
        loaded.brand.pack(into: &image)
        loaded.library.pack(into: &image)
        var bytes = image.bytes
        let sum = bytes.withUnsafeBytes { Digest.sha256(UnsafeRawBufferPointer(rebasing: $0[sumBytes...])) }
        bytes.replaceSubrange(..<sumBytes, with: sum)
        return bytes
    }

    /// The rulebook of an image; nil when it is damaged, or the image of something else.
    static func rulebook(in memory: ImageMemory, hash: String, build: String) -> LoadedRulebook? {
        guard memory.bytes.count > sumBytes,
            memory.bytes[..<sumBytes].elementsEqual(Digest.sha256(UnsafeRawBufferPointer(rebasing: memory.bytes[sumBytes...])))
        else { return nil }
        var image = ImageReader(memory.bytes, owner: memory)
        do throws(ImageDamage) {
            for _ in 0..<sumBytes { _ = try UInt8(from: &image) }
            guard try String(from: &image) == build, try String(from: &image) == hash else { return nil }
            return LoadedRulebook(
                rulebook: try Rulebook(from: &image), policy: try Policy(from: &image), brand: try Brand(from: &image),
                library: try ReplyLibrary(from: &image), tests: [], polarityTests: [], source: RuleSource(), hash: hash, findings: [])
        } catch {
            return nil
        }
    }
}
