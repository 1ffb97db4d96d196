import Cryptography
import Foundation
import IntentEngine

/// Compiled rulebooks kept as files, so that a program that starts again with the same rules does not compile them again.
///
/// An image is found by the hash of the rule files and by the build of the program; nothing in it is ever brought up to
/// date. A cache that cannot be read or written costs time and nothing else.
public struct RulebookCache: Sendable {
    private let folder: String
    private let build: String

    /// Images kept of rulebooks that were used last.
    private static let mostImages = 4
    /// Far more than the image of any rulebook that people write.
    private static let mostBytes = 1 << 30

    /// - Parameters:
    ///   - folder: Made when it is not there.
    ///   - build: Tells one build of the program from every other.
    public init(folder: String, build: String) {
        self.folder = folder
        self.build = build
    }

    /// What tells the build of the program in `file` from every other: its size and when it was written.
    public static func build(ofProgram file: String) -> String? {
        var status = stat()
        guard stat(file, &status) == 0 else { return nil }
        return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
    }

    private func path(_ hash: String) -> String {
        folder + "/" + hash + "-" + Hexadecimal.text(Digest.sha256(Array(build.utf8)).prefix(4)) + Self.ending
    }

    private static let ending = ".rulebook"

    /// The rulebook whose files have `hash`; nil when it is not kept, or not whole.
    func rulebook(_ hash: String) -> LoadedRulebook? {
        guard let memory = ImageMemory(file: path(hash), mostBytes: Self.mostBytes) else { return nil }
        return RulebookImage.rulebook(in: memory, hash: hash, build: build)
    }

    /// Keeps a rulebook without mistakes; whether that could be done.
    @discardableResult
    func keep(_ loaded: LoadedRulebook) -> Bool {
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard let file = ImageFile(path(loaded.hash)) else { return false }
        RulebookImage.write(loaded, build: build, to: file)
        guard file.keep() else { return false }
        dropOldest()
        return true
    }

    /// Removes all images but those written last, and what a program that was killed left of one.
    private func dropOldest() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let images = names.filter { $0.contains(Self.ending) }.compactMap { name -> (path: String, written: Int)? in
            var status = stat()
            guard stat(folder + "/" + name, &status) == 0 else { return nil }
            return (folder + "/" + name, status.st_mtim.tv_sec)
        }
        for image in images.sorted(by: { $0.written > $1.written }).dropFirst(Self.mostImages) { unlink(image.path) }
    }
}
