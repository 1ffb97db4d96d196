import Desk
import Foundation
import IntentEngine
import Support
import Testing

@testable import IntentFiles

@Suite("Loading a rulebook")
struct RulebookLoaderTests {
    private func findings(_ changes: [String: String?]) throws -> [String] {
        let folder = try TemporaryFolder(SampleRules.files(changes))
        return RulebookLoader.load(folder.path).findings.map {
            "\($0.place.file):\($0.place.line):\($0.place.column): \($0.cause) — \($0.remedy)"
        }
    }

    @Test("the sample loads without a finding and says what it holds")
    func loads() throws {
        let folder = try TemporaryFolder(SampleRules.files)
        let loaded = RulebookLoader.load(folder.path)
        #expect(loaded.findings.isEmpty)
        #expect(loaded.rulebook.intents == ["track_order"])
        #expect(loaded.rulebook.signals == ["legal_threat"])
        #expect(loaded.brand.name == "Maison Exemple")
        #expect(loaded.brand.answers[.p3]?.minutes == 7 * 60)
        #expect(loaded.policy.signals[0].isGate)
        #expect(loaded.hash.count == 16)
    }

    @Test("the hash depends on every byte of every file, and on nothing else")
    func hash() throws {
        let first = try TemporaryFolder(SampleRules.files)
        let second = try TemporaryFolder(SampleRules.files)
        let changed = try TemporaryFolder(SampleRules.files(["polarity.yaml": "fr: {déçu: -2, merci: 2}\nen: {}\n"]))
        #expect(RulebookLoader.load(first.path).hash == RulebookLoader.load(second.path).hash)
        #expect(RulebookLoader.load(first.path).hash != RulebookLoader.load(changed.path).hash)
    }

    @Test(
        "each mistake is a finding with its place, its cause and a remedy",
        arguments: [
            (["vocabulary.yaml": "fr:\n  ma: [ma"], "vocabulary.yaml:3:1:"),
            (
                ["orders/track_order.yaml": "intent: track_order\nphrase: {}\n"],
                "orders/track_order.yaml:2:1: unknown key “phrase” in an intent — did you mean “phrases”?"
            ),
            (
                ["orders/track_order.yaml": "title: {}\n"],
                "orders/track_order.yaml:1:1: an intent without a name — write “intent: track_order” first"
            ),
            (
                ["orders/other.yaml": "intent: track_order\n"],
                "orders/other.yaml:1:9: the intent is called “track_order” and its file “other” — give both the same name"
            ),
            (
                ["extra/track_order.yaml": "intent: track_order\n"],
                "orders/track_order.yaml:1:1: the intent track_order stands in extra/track_order.yaml already — rename or remove one of the two"
            ),
            (
                ["orders/track_order.yaml": "intent: track_order\nteam: custmer_service\n"],
                "orders/track_order.yaml:2:7: unknown team “custmer_service” — did you mean “customer_service”?"
            ),
            (
                ["orders/track_order.yaml": "intent: track_order\nphrases: {fr: [où <est>]}\n"],
                "orders/track_order.yaml:2:16: unknown list <est> — add it to vocabulary.yaml under fr, or correct the name"
            ),
            (
                ["orders/track_order.yaml": "intent: track_order\nphrases: {fr: [(a]}\n"],
                "orders/track_order.yaml:2:16: “(” is never closed — add “)”"
            ),
            (
                ["orders/track_order.yaml": "intent: track_order\nhints: {fr: {colis: 12}}\n"],
                "orders/track_order.yaml:2:21: the weight of “colis” must be a whole number from 1 to 9 — correct it"
            ),
            (
                ["orders/track_order.yaml": "intent: track_order\nreplies: {fr: [{text: \"Bonjour {{nom}}\"}]}\n"],
                "orders/track_order.yaml:2:23: unknown placeholder {{nom}} — use one of name, order_number, tracking_number, date, amount, delay, asked, brand, link.site"
            ),
            (
                ["orders/track_order.yaml": "intent: track_order\nreplies: {fr: [{text: \"n° {{order_number}}\"}]}\n"],
                "orders/track_order.yaml:2:23: {{order_number}} may be missing — write {{#order_number}}…{{/order_number}} around the part that needs it"
            ),
            (
                [
                    "orders/track_order.yaml":
                        "intent: track_order\nreplies: {fr: [{public: \"{{#order_number}}{{order_number}}{{/order_number}}\"}]}\n"
                ],
                "orders/track_order.yaml:2:25: {{order_number}} in a public reply — personal data is for private replies only"
            ),
            (
                ["policy.yaml": "signals:\n  legal_treat: {}\nunknown: {holding: received}\n"],
                "policy.yaml:2:3: unknown signal “legal_treat” — did you mean “legal_threat”?"
            ),
            (
                ["policy.yaml": "signals: {legal_threat: {}}\nunknown: {holding: recieved}\n"],
                "policy.yaml:1:1: unknown holding reply “recieved” — did you mean “received”?"
            ),
            (
                ["policy.yaml": "signals: {legal_threat: {}}\nsend: [track_ordre]\n"],
                "policy.yaml:2:8: unknown intent “track_ordre” in send — did you mean “track_order”?"
            ),
            (
                ["vocabulary.yaml": "fr:\n  ma: [ma, <la>]\n  la: [la, <ma>]\n  commande: [colis]\nen: {order: [order]}\n"],
                "vocabulary.yaml:3:12: lists that lead back to themselves: <ma> → <la> → <ma> — remove one of these entries"
            ),
            (
                ["vocabulary.yaml": "fr: &a {ma: [ma], commande: [colis]}\nen: *a\n"],
                "anchors and aliases are not read — write the value out, or make a list in vocabulary.yaml"
            ),
            (["vocabulary.yaml": "fr: {ma: [ma], ma: [mon]}\n"], "“ma” is written twice — merge the two"),
            (
                ["brand.yaml": "name: X\nopening_hours: {mon-fri: \"9 to 5\"}\n"],
                "brand.yaml:2:26: “9 to 5” are no opening hours — write 09:00-12:30, 14:00-18:00"
            ),
            (
                ["brand.yaml": "name: X\ntimezone: Europe/Lutece\n"],
                "brand.yaml:2:11: unknown time zone “Europe/Lutece” — use an IANA name such as Europe/Paris"
            ),
            (["brand.yaml": "name: X\nholidays: [2026-02-30]\n"], "brand.yaml:2:12: “2026-02-30” is no date — write it as 2026-12-25"),
            (["notes.yaml": "a: b\n"], "notes.yaml:1:1: “notes.yaml” is no file of a rulebook"),
            (["brand.yaml": "- just\n- a list\n"], "brand.yaml:1:1: the brand must be a mapping — write “name: value” lines"),
            (["brand.yaml": ""], "brand.yaml:1:1: the file is empty — write its rules, or remove it"),
            (
                ["spelling.yaml": "fr: {read_as: {\"!\": oui}}\n"],
                "spelling.yaml:1:16: “!” cannot be looked for — write words alone before the colon: signs are not read"
            ),
            (
                ["spelling.yaml": "fr: {read_as: {\"a+\": à plus}}\n"],
                "spelling.yaml:1:16: “a+” cannot be looked for — write words alone before the colon: signs are not read"
            ),
        ] as [([String: String?], String)])
    func mistakes(_ changes: [String: String?], _ expected: String) throws {
        let found = try findings(changes)
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test("all mistakes of all files are told at once")
    func collectsAll() throws {
        let found = try findings([
            "brand.yaml": "name: X\nregister: ils\nnmae: Y\n",
            "orders/track_order.yaml": "intent: track_order\npriority: P9\nphrases: {fr: [a), (b]}\n",
        ])
        #expect(found.count == 5)
    }

    @Test("without brand, or without intents, that is said")
    func missingFiles() throws {
        #expect(try findings(["brand.yaml": nil]).contains { $0.contains("there is no brand.yaml") })
        #expect(try findings(["orders/track_order.yaml": nil]).contains { $0.contains("there is no intent") })
    }

    @Test("an empty, a missing and an unreadable folder are findings")
    func folders() throws {
        let empty = try TemporaryFolder()
        #expect(RulebookLoader.load(empty.path).findings.map(\.cause) == ["no rule file (.yaml) in “\(empty.path)”"])
        #expect(RulebookLoader.load(empty.path + "/none").findings.map(\.cause) == ["there is no folder “\(empty.path)/none”"])
        try empty.write("x", to: "file")
        #expect(RulebookLoader.load(empty.path + "/file").findings.map(\.cause) == ["“\(empty.path)/file” is not a folder"])
    }

    @Test("a file of ten megabytes, one that is no UTF-8, a dangling link, and what is no file are findings")
    func badFiles() throws {
        let folder = try TemporaryFolder(SampleRules.files)
        try folder.write(Data(repeating: 0x61, count: 10 << 20), to: "orders/large.yaml")
        try folder.write(Data([0x61, 0xFF, 0xFE]), to: "orders/latin.yaml")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/orders/link.yaml", withDestinationPath: "nowhere.yaml")
        #expect(mkfifo(folder.path + "/orders/pipe.yaml", 0o600) == 0)
        let causes = RulebookLoader.load(folder.path).findings.map { "\($0.place.file) \($0.cause)" }
        #expect(
            causes == [
                "orders/large.yaml the file has 10 MB", "orders/latin.yaml not UTF-8 text", "orders/link.yaml a link that leads nowhere",
                "orders/pipe.yaml the file cannot be read",
            ])
    }

    @Test("deeply nested YAML is a finding, not a crash", arguments: ["[", "{a: "])
    func deepNesting(_ opener: String) throws {
        let deep = String(repeating: opener, count: 200_000)
        #expect(try findings(["orders/deep.yaml": deep]).contains { $0.hasPrefix("orders/deep.yaml:") })
    }

    @Test(
        "nonsense of every kind is a finding, never a crash",
        arguments: [
            "\u{0}", "%YAML 9.9\n---\na", "? a\n: b", "!!binary x", "{{{{", "a: b: c", "\t- x", "- - - -", "intent: [a]", "42", "null",
            "intent: {a: b}\nphrases: 3",
        ])
    func nonsense(_ text: String) throws {
        let found = try findings(["orders/odd.yaml": text, "blocks.yaml": text, "policy.yaml": text])
        #expect(!found.isEmpty)
    }
}
