import Desk
import Foundation
import IntentEngine
import Support
import Testing

@testable import IntentFiles

@Suite("Keeping compiled rulebooks")
struct RulebookCacheTests {
    private static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("intents").path

    private static func images(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache").sorted()
    }

    private static func cache(_ folder: TemporaryFolder, build: String = "1") -> RulebookCache {
        RulebookCache(folder: folder.path + "/cache", build: build)
    }

    /// The lines of decisions on `texts`.
    private static func lines(_ loaded: LoadedRulebook, _ texts: [String]) throws -> String {
        var desk = loaded.makeDesk()
        var output: [UInt8] = []
        for (number, text) in texts.enumerated() {
            var used = UsedTexts()
            let reader = MessageReader(format: .text, visibility: number % 3 == 0 ? .public : .private)
            let reading = try Array(text.utf8).withUnsafeBufferPointer { try reader.read($0, number: number + 1) }
            if let reading { desk.answer(reading, used: &used, to: &output) }
        }
        return String(decoding: output, as: UTF8.self)
    }

    @Test("the shipped rulebook answers its own examples from its image, byte for byte, as it does when it was compiled")
    func sameAnswers() throws {
        let compiled = RulebookLoader.load(Self.shipped)
        let folder = try TemporaryFolder([:])
        let cache = Self.cache(folder)
        let first = RulebookLoader.load(Self.shipped, cache: cache)
        let second = RulebookLoader.load(Self.shipped, cache: cache)
        let texts = compiled.tests.flatMap { $0.examples.prefix(6) + $0.counterexamples.prefix(2) }.map(\.text)
        #expect(texts.count > 500)
        let expected = try Self.lines(compiled, texts)
        #expect(try Self.lines(first, texts) == expected)
        #expect(try Self.lines(second, texts) == expected)
        #expect(second.brand.acceptedWords == compiled.brand.acceptedWords)
        #expect(second.library.holdings == compiled.library.holdings)
        #expect(second.hash == compiled.hash)
        #expect(try Self.images(folder).count == 1)
    }

    @Test("an image with a byte changed anywhere, or cut short, is not believed")
    func damage() throws {
        let rules = try TemporaryFolder(SampleRules.files)
        let folder = try TemporaryFolder([:])
        let hash = RulebookLoader.load(rules.path, cache: Self.cache(folder)).hash
        #expect(Self.cache(folder).rulebook(hash) != nil)
        let name = try #require(try Self.images(folder).first)
        let file = URL(fileURLWithPath: folder.path + "/cache/" + name)
        let whole = try Data(contentsOf: file)
        for at in stride(from: 0, to: whole.count, by: max(1, whole.count / 64)) {
            var damaged = whole
            damaged[at] ^= 0x40
            try damaged.write(to: file)
            #expect(Self.cache(folder).rulebook(hash) == nil, "byte \(at)")
        }
        for count in [0, 1, 31, 32, 33, whole.count / 2, whole.count - 1] {
            try whole.prefix(count).write(to: file)
            #expect(Self.cache(folder).rulebook(hash) == nil, "the first \(count) bytes")
        }
        #expect(RulebookLoader.load(rules.path, cache: Self.cache(folder)).rulebook.intents == ["track_order"])
        #expect(try Data(contentsOf: file).count == whole.count)
    }

    @Test("an image is neither used for other rules nor by another build of the program")
    func keys() throws {
        let rules = try TemporaryFolder(SampleRules.files)
        let changed = try TemporaryFolder(SampleRules.files(["polarity.yaml": "fr: {déçu: -2, merci: 2}\nen: {}\n"]))
        let folder = try TemporaryFolder([:])
        let first = RulebookLoader.load(rules.path, cache: Self.cache(folder))
        #expect(Self.cache(folder, build: "2").rulebook(first.hash) == nil)
        let second = RulebookLoader.load(changed.path, cache: Self.cache(folder))
        #expect(Self.cache(folder).rulebook(first.hash) != nil)
        #expect(Self.cache(folder).rulebook(second.hash) != nil)
        #expect(try Self.images(folder).count == 2)
    }

    @Test("rules with a mistake are not kept, and every load says what is wrong")
    func mistakes() throws {
        let rules = try TemporaryFolder(SampleRules.files(["orders/track_order.yaml": "intent: track_order\nphrase: {}\n"]))
        let folder = try TemporaryFolder([:])
        for _ in 0..<2 { #expect(!RulebookLoader.load(rules.path, cache: Self.cache(folder)).findings.isEmpty) }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/cache"))
    }

    @Test("a folder that cannot be made costs nothing but time")
    func unwritable() throws {
        let rules = try TemporaryFolder(SampleRules.files)
        let folder = try TemporaryFolder(["cache": "a file"])
        let loaded = RulebookLoader.load(rules.path, cache: Self.cache(folder))
        #expect(loaded.findings.isEmpty)
        #expect(loaded.rulebook.intents == ["track_order"])
    }

    @Test("an image that cannot be written to its end leaves nothing, and the rules are used all the same")
    func full() async {
        await #expect(processExitsWith: .success) {
            let rules = try TemporaryFolder(SampleRules.files)
            let folder = try TemporaryFolder([:])
            try Data().write(to: URL(fileURLWithPath: folder.path + "/marker"))
            // What a full disk does, this limit does: a write fails in the middle of the file.
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 20_000, rlim_max: 20_000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let loaded = RulebookLoader.load(rules.path, cache: RulebookCache(folder: folder.path + "/cache", build: "1"))
            #expect(loaded.findings.isEmpty)
            #expect(loaded.rulebook.intents == ["track_order"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache").isEmpty)
        }
    }

    @Test("images are for this user alone, and only those used last are kept")
    func bounded() throws {
        let folder = try TemporaryFolder([:])
        for weight in [-3, -2, -1, 1, 2, 3] {
            let rules = try TemporaryFolder(SampleRules.files(["polarity.yaml": "fr: {déçu: -2, merci: \(weight)}\nen: {}\n"]))
            #expect(RulebookLoader.load(rules.path, cache: Self.cache(folder)).findings.isEmpty)
        }
        let images = try Self.images(folder)
        #expect(images.count == 4)
        for image in images {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/cache/" + image)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }
}
