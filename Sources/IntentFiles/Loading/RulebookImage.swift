import Desk
import IntentEngine

/// A compiled rulebook as one row of bytes: a sum over all that follows, what it is the image of, and its parts.
enum RulebookImage {
    private static let sumBytes = MemoryLayout<UInt64>.size

    /// More than the image of most rulebooks, so that it need not grow and be copied.
    private static let expectedBytes = 1 << 26

    static func bytes(of loaded: LoadedRulebook, build: String) -> [UInt8] {
        var image = ImageWriter(capacity: expectedBytes)
        UInt64(0).pack(into: &image)
        build.pack(into: &image)
        loaded.hash.pack(into: &image)
        loaded.rulebook.pack(into: &image)
        loaded.policy.pack(into: &image)
        loaded.brand.pack(into: &image)
        loaded.library.pack(into: &image)
        var bytes = image.finish()
        bytes.withUnsafeMutableBytes { $0.storeBytes(of: sum(of: UnsafeRawBufferPointer($0)), as: UInt64.self) }
        return bytes
    }

    /// The rulebook of an image; nil when it is damaged, or the image of something else.
    static func rulebook(in memory: ImageMemory, hash: String, build: String) -> LoadedRulebook? {
        guard memory.bytes.count > sumBytes else { return nil }
        var image = ImageReader(memory.bytes, owner: memory)
        do throws(ImageDamage) {
            guard try UInt64(from: &image) == sum(of: memory.bytes), try String(from: &image) == build,
                try String(from: &image) == hash
            else { return nil }
            return LoadedRulebook(
                rulebook: try Rulebook(from: &image), policy: try Policy(from: &image), brand: try Brand(from: &image),
                library: try ReplyLibrary(from: &image), tests: [], polarityTests: [], source: RuleSource(), hash: hash, findings: [])
        } catch {
            return nil
        }
    }

    private static func sum(of image: UnsafeRawBufferPointer) -> UInt64 {
        ImageSum.of(UnsafeRawBufferPointer(rebasing: image[sumBytes...]))
    }
}
