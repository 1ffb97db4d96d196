import Desk
import Testing

extension StoreConformance {
    static let rules: [StoreConformance] = [
        StoreConformance("rules that were read again are a row each, with who wanted it and what came of it") { store in
            try await store.note(RulebookReload(.request(by: "shop"), at: Sample.start, .used(hash: "bf7d0ade2dd597ea")))
            try await store.note(RulebookReload(.signal, at: Sample.start + 1, .refused(findings: 3, kept: "bf7d0ade2dd597ea")))
            try await store.note(RulebookReload(.change, at: Sample.start + 2, .used(hash: "0123456789abcdef")))
            let rows = try await store.audit(after: 0, most: 10)
            #expect(rows.allSatisfy { $0.action == .rulebookReloaded && $0.subject == "rulebook" })
            #expect(rows.map(\.actor) == ["shop", "courtois", "courtois"])
            #expect(rows.map(\.at) == [Sample.start, Sample.start + 1, Sample.start + 2])
            #expect(
                rows.map(\.detail) == [
                    "asked for: bf7d0ade2dd597ea in use", "SIGHUP: refused for 3 findings, bf7d0ade2dd597ea stays in use",
                    "changed files: 0123456789abcdef in use",
                ])
        }
    ]
}
