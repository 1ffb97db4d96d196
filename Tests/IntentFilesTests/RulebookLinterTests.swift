import Desk
import Foundation
import IntentEngine
import Support
import Testing

@testable import IntentFiles

@Suite("Linting a rulebook")
struct RulebookLinterTests {
    private func findings(_ changes: [String: String?]) throws -> [String] {
        let folder = try TemporaryFolder(SampleRules.files(changes))
        let checked = RulebookLinter.check(folder.path)
        #expect(checked.loaded.findings.isEmpty, "\(checked.loaded.findings)")
        return checked.findings.map { "\($0.place.file):\($0.place.line): \($0.cause) — \($0.remedy)" }
    }

    private func track(_ old: String, _ new: String) throws -> [String: String?] {
        let text = try #require(SampleRules.files["orders/track_order.yaml"])
        #expect(text.contains(old))
        return ["orders/track_order.yaml": text.replacingOccurrences(of: old, with: new)]
    }

    @Test("the sample has no finding")
    func clean() throws { #expect(try findings([:]).isEmpty) }

    @Test("an example that lands elsewhere names both phrases")
    func collision() throws {
        let other = """
            intent: cancel_order
            title: {fr: Annulation, en: Cancellation}
            action: human
            phrases:
              fr: [annuler … <commande>]
              en: [cancel … <order>]
            examples:
              fr: [annuler ma commande, annule mon colis, "où est ma commande", annulez la commande, annuler commande]
              en: [cancel my order, cancel order, cancel the parcel, please cancel my order, cancel that order]
            counterexamples: {fr: [a, b, c], en: [d, e, f]}
            """
        let found = try findings(["orders/cancel_order.yaml": other])
        #expect(
            found == [
                "orders/cancel_order.yaml:8: “où est ma commande” lands in “track_order” with 11 points by “où (est|en est) <ma> <commande>” (orders/track_order.yaml:7), not in “cancel_order” with no points — write a phrase for it, or move the example"
            ])
    }

    @Test("an example nothing speaks for, and one below the threshold, say so")
    func unrecognised() throws {
        let found = try findings(try track("suivi svp", "\"dis donc\""))
        #expect(found.contains { $0.contains("“dis donc” is not recognised: no phrase or hint speaks for it") })
    }

    @Test("a counter-example that matches names the phrase")
    func counterexample() throws {
        let found = try findings(try track("Je veux annuler]", "\"suivre le colis\"]"))
        #expect(
            found.contains {
                $0.contains("“suivre le colis” must not be “track_order”, but “suivre … <commande>” (orders/track_order.yaml:8) matches")
            })
    }

    @Test("too few examples and counter-examples are counted")
    func tooFew() throws {
        let found = try findings(try track(", any tracking]", "]"))
        #expect(found.contains { $0.contains("“track_order” has 4 examples in en — write at least 5") })
    }

    @Test("a missing language, title or reply is named")
    func incomplete() throws {
        let found = try findings(try track("title: {fr: Suivi de commande, en: Order tracking}", "title: {fr: Suivi}"))
        #expect(found.contains { $0.contains("“track_order” has no title in en") })
        let noReply = try findings(try track("      public: Could you please write to us by private message?", ""))
        #expect(noReply.contains { $0.contains("“track_order” has no public reply in en") })
    }

    @Test("where files do not load, nothing but that is said")
    func unloadable() throws {
        let changes = try track("suivre … <commande>", "suivre … <rien>")
        let folder = try TemporaryFolder(SampleRules.files(changes))
        let checked = RulebookLinter.check(folder.path)
        #expect(checked.findings == checked.loaded.findings)
        #expect(checked.findings.map(\.cause) == RulebookLoader.load(folder.path).findings.map(\.cause))
        #expect(checked.findings.contains { $0.cause.contains("unknown list <rien>") })
    }

    @Test("findings come in the order of their places, those of one place in the order of their causes")
    func order() throws {
        var changes = try track("suivi svp", "\"dis donc\", \"dis donc\", suivi svp")
        let text = try #require(changes["orders/track_order.yaml"] ?? nil)
        changes["orders/track_order.yaml"] = text.replacingOccurrences(
            of: "Pouvez-vous nous écrire en message privé ?", with: "\"Calmez-vous !! Écris-nous.\"")
        let folder = try TemporaryFolder(SampleRules.files(changes))
        let first = RulebookLinter.check(folder.path).findings
        #expect(first.count > 4)
        for (finding, next) in zip(first, first.dropFirst()) { #expect((finding.place, finding.cause) <= (next.place, next.cause)) }
        for _ in 0..<5 { #expect(RulebookLinter.check(folder.path).findings == first) }
    }

    @Test("a phrase whose words are rewritten or left out can never match, and says how it is read")
    func unreachable() throws {
        var changes = try track("- suivre … <commande>", "- suivre le bateau")
        changes["spelling.yaml"] = "fr: {read_as: {\"suivre le\": suivi}}\n"
        let found = try findings(changes)
        #expect(found.contains { $0.contains("no message can reach “suivre le bateau”: its words are read as “suivi bateau”") })
    }

    @Test("a phrase that stands in no example is not covered; one that stands in a counter-example alone is")
    func coverage() throws {
        let phrases = "- suivre … <commande>\n    - pister … <commande>\n    - salade d'avocat"
        let folder = try TemporaryFolder(SampleRules.files(try track("- suivre … <commande>", phrases)))
        let coverage = ExampleCoverage(RulebookLinter.check(folder.path).loaded)
        #expect(
            coverage.unreached.map { "\($0.place.file):\($0.place.line): \($0.text)" } == ["orders/track_order.yaml:9: pister … <commande>"]
        )
        let sample = try TemporaryFolder(SampleRules.files)
        #expect(coverage.phraseCount == ExampleCoverage(RulebookLinter.check(sample.path).loaded).phraseCount + 2)
    }

    @Test("a phrase written twice and a list nobody uses are found")
    func leftovers() throws {
        #expect(
            try findings(try track("- suivre … <commande>", "- suivre … <commande>\n    - suivre … <commande>")).contains {
                $0.contains("stands at orders/track_order.yaml:8 already")
            })
        let vocabulary = try #require(SampleRules.files["vocabulary.yaml"])
        let found = try findings(["vocabulary.yaml": vocabulary.replacingOccurrences(of: "en:", with: "  vide: [rien]\nen:")])
        #expect(found == ["vocabulary.yaml:4: no phrase uses the list <vide> — use it, or remove it"])
    }

    @Test("a rewrite whose result is rewritten again is found")
    func rewriteChains() throws {
        let found = try findings(["spelling.yaml": "fr:\n  read_as: {jai: g, g: j'ai}\n"])
        #expect(found.contains { $0.contains("“jai” is read as “g”, whose “g” is read as “j'ai” — write the last form here") })
    }

    @Test("a reply that breaks the brand's voice is found at its line")
    func replies() throws {
        let found = try findings(try track("Pouvez-vous nous écrire en message privé ?", "\"Calmez-vous !! Écris-nous.\""))
        #expect(found.contains { $0.hasPrefix("orders/track_order.yaml:17:") && $0.contains("never_say") })
        #expect(found.contains { $0.contains(", F28:") })
    }

    @Test("a reply too long for a channel names the channel")
    func lengths() throws {
        let brand = try #require(SampleRules.files["brand.yaml"])
        let found = try findings([
            "brand.yaml": brand.replacingOccurrences(of: "default: {public: 1000}", with: "default: {public: 1000}\n  sms: {public: 60}")
        ])
        #expect(found.contains { $0.contains("(channel sms)") })
    }
}
