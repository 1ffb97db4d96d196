import Desk
import IntentEngine

/// A compiled rulebook as one row of bytes: a sum over all that follows, what it is the image of, and its parts.
enum RulebookImage {
    static func write(_ loaded: LoadedRulebook, build: String, to file: ImageFile) {
        var image = ImageWriter(from: ImageSum.size) { file.append($0) }
        build.pack(into: &image)
        loaded.hash.pack(into: &image)
        loaded.rulebook.pack(into: &image)
        loaded.policy.pack(into: &image)
        loaded.brand.pack(into: &image)
        loaded.library.pack(into: &image)
        image.finish()
    }

    /// The rulebook of an image; nil when it is damaged, or the image of something else.
    static func rulebook(in memory: ImageMemory, hash: String, build: String) -> LoadedRulebook? {
        guard memory.bytes.count > ImageSum.size else { return nil }
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
        ImageSum.of(UnsafeRawBufferPointer(rebasing: image[ImageSum.size...]))
    }
}
