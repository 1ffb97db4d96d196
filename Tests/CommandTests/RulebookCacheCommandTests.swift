import Foundation
import Support
import Testing

@Suite("The kept rulebook of the command")
struct RulebookCacheCommandTests {
    @Test("a start with the same rules finds them compiled in COURTOIS_CACHE, and says the same; changed rules are read anew")
    func kept() async throws {
        let rules = try TemporaryFolder(SampleRules.files)
        let cache = try TemporaryFolder([:])
        let run = { () async throws in
            try await Program.run(
                ["--rules", rules.path], input: Data("Où est ma commande ?\n".utf8), environment: ["COURTOIS_CACHE": cache.path])
        }
        let images = { try FileManager.default.contentsOfDirectory(atPath: cache.path) }
        let first = try await run()
        #expect(first.status == 0)
        #expect(try images().count == 1)
        #expect(try await run().output == first.output)
        try rules.write("fr: {déçu: -2, merci: 3}\nen: {}\n", to: "polarity.yaml")
        let changed = try await run()
        #expect(changed.status == 0)
        #expect(changed.output != first.output)
        #expect(try images().count == 2)
    }

    @Test("an empty COURTOIS_CACHE keeps nothing, and a damaged image is made anew")
    func empty() async throws {
        let rules = try TemporaryFolder(SampleRules.files)
        let cache = try TemporaryFolder([:])
        let input = Data("Où est ma commande ?\n".utf8)
        let without = try await Program.run(["--rules", rules.path], input: input, environment: ["COURTOIS_CACHE": ""])
        #expect(without.status == 0)
        _ = try await Program.run(["--rules", rules.path], input: input, environment: ["COURTOIS_CACHE": cache.path])
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: cache.path).first)
        try Data("nothing of the kind".utf8).write(to: URL(fileURLWithPath: cache.path + "/" + name))
        let with = try await Program.run(["--rules", rules.path], input: input, environment: ["COURTOIS_CACHE": cache.path])
        #expect(with.output == without.output)
        #expect(try Data(contentsOf: URL(fileURLWithPath: cache.path + "/" + name)).count > 1000)
    }
}
